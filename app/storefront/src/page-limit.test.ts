import assert from 'node:assert/strict'
import { test } from 'node:test'
import { trustedPeers } from '@dhakacart/service-kit/forwarded.ts'
import { createHttpServer } from '@dhakacart/service-kit/http-server.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { createMetrics } from '@dhakacart/service-kit/metrics.ts'
import { limitPages, pageLimit } from './page-limit.ts'

test('an address has so many pages made for it at once, addresses of nothing too; others, files and the api are not counted', async () => {
  const metrics = createMetrics({ process: 'storefront', release: 'test' })
  const app = createHttpServer({
    log: createLog({ process: 'storefront', release: 'test', level: 'silent' }),
    metrics,
    lifecycle: { isDraining: false },
    release: 'test',
    bodyLimitBytes: 1_000,
    clientAddress: trustedPeers(['loopback']),
    keepsRequestId: false,
  })
  limitPages(app, {
    metrics,
    cache: undefined,
    refuse: async (_request, reply, seconds) => reply.code(429).header('retry-after', String(seconds)).send('slower'),
  })
  for (const url of ['/en/cart', '/assets/main.js', '/api/*']) app.get(url, async () => 'here')
  const ask = (url: string, address = '203.0.113.1') => app.inject({ url, headers: { 'x-forwarded-for': address } })
  const { burst, perSecond } = pageLimit
  const beganAt = performance.now()
  const answers = await Promise.all(
    Array.from({ length: burst * 2 }, (_, index) => ask(index % 2 === 0 ? '/en/cart' : `/wp-login-${index}`)),
  )
  const refused = answers.filter(({ statusCode }) => statusCode === 429)
  const grownBack = ((performance.now() - beganAt) / 1_000) * perSecond
  assert.ok(refused.length >= burst - grownBack - 1 && refused.length <= burst, `${refused.length} refused`)
  assert.deepEqual([refused[0]?.body, refused[0]?.headers['retry-after']], ['slower', '1'])
  assert.equal((await ask('/en/cart', '203.0.113.2')).statusCode, 200)
  for (const url of ['/assets/main.js', '/api/cart']) assert.equal((await ask(url)).statusCode, 200)
  assert.match(await metrics.registry.metrics(), new RegExp(`pages_limited_total\\{[^}]*\\} ${refused.length}\n`))
  await app.close()
})
