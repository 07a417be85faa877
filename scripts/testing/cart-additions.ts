import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { chooseGoods } from './order-through-crash.ts'

type Answer = { status: number; cookie: string; text: string }

export type AdditionCount = {
  /** Additions that were answered with 200. */
  readonly answered: number
  /** What went wrong, one sentence each: an addition without its answer, or an answer without its addition. */
  readonly failures: string[]
}

// One each: more would only show the same, and take the cores from the processes that are being replaced.
const EVERY_MS = 100
const ANSWER_LIMIT_MS = 30_000

/** Shoppers who put something into a cart, each on a connection of their own, until `stop`, which looks into every cart. */
export async function sendAdditions(origin: string): Promise<{ stop(): Promise<AdditionCount> }> {
  const { variantId } = await chooseGoods(origin)
  const cookies: string[] = []
  const failures: string[] = []
  const open = new Set<Promise<void>>()
  const timer = setInterval(() => {
    const one = ask(`${origin}/api/cart/lines`, 'POST', '', { variantId, quantity: 1 }).then((answer) => {
      if (answer.status === 200) cookies.push(answer.cookie)
      else failures.push(`answered ${answer.status} ${answer.text}`)
      open.delete(one)
    })
    open.add(one)
  }, EVERY_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      await Promise.all(open)
      for (const cookie of cookies) {
        const { text } = await ask(`${origin}/api/cart`, 'GET', cookie)
        if (quantitiesIn(text) !== '1') failures.push(`a cart lost what was put into it: ${text}`)
      }
      return { answered: cookies.length, failures }
    },
  }
}

function quantitiesIn(cart: string): string {
  const { lines } = JSON.parse(cart) as { lines: { quantity: number }[] }
  return lines.map(({ quantity }) => quantity).join()
}

/** Status 0 with the reason when there was no answer. */
function ask(url: string, method: 'GET' | 'POST', cookie: string, body?: object): Promise<Answer> {
  return new Promise((resolve) => {
    const lost = (reason: string) => resolve({ status: 0, cookie: '', text: reason })
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), cookie }
    const asked = request(url, { method, headers, agent: false, timeout: ANSWER_LIMIT_MS }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      response.on('error', (error) => lost(error.message))
      response.on('end', () => {
        const given = response.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
        resolve({ status: response.statusCode ?? 0, cookie: given, text })
      })
    })
    asked.on('timeout', () => asked.destroy(new Error(`no answer within ${ANSWER_LIMIT_MS / 1000} s`)))
    asked.on('error', (error) => lost(error.message))
    asked.end(body === undefined ? undefined : JSON.stringify(body))
  })
}
