import type { LightMyRequestResponse } from 'fastify'
import type { TestApi } from './test-api.ts'

/** A browser at the console: keeps every cookie it is given, and comes from one address. */

export function createStaffBrowser(api: TestApi, address = '203.0.113.7') {
  const jar = new Map<string, string>()

  async function send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) {
    const answer: LightMyRequestResponse = await api.inject({
      method,
      url,
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-forwarded-for': address,
        'user-agent':
          'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
      },
      ...(payload !== undefined && { payload }),
    })
    for (const { name, value } of answer.cookies) {
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }

  return {
    send,
    jar,
    givePassword: (email: string, password: string) => send('POST', '/api/console/sign-in', { email, password }),
    giveCode: (code: string) => send('POST', '/api/console/sign-in/code', { code }),
  }
}
