import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { OrderExport } from './order-export.ts'

const order = (number: string) => ({ number, state: 'confirmed', totalPaisa: 100, placedAt: '' })

/** A shop with three pages of one order each, whose answers to the second one are given here. */
async function openShop(answerSecond: ((response: ServerResponse) => void)[]) {
  const server = createServer((request, response) => {
    const after = Number(new URL(request.url ?? '', 'http://shop').searchParams.get('after') ?? 0)
    const answer = after === 1 ? answerSecond.shift() : undefined
    if (answer !== undefined) return answer(response)
    const orders = after < 3 ? [order(`A${after + 1}`)] : []
    response.end(JSON.stringify({ orders, nextCursor: String(after + orders.length), hasMore: after < 2 }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('what was read before a page failed comes with the next reading, each order once', async (t) => {
  const { server, origin } = await openShop([
    (response) => response.writeHead(503).end('{}'),
    (response) => response.destroy(),
    (response) => response.end('not JSON'),
  ])
  t.after(() => server.close())
  const orderExport = new OrderExport({ origin, ca: null }, 'token')
  await assert.rejects(orderExport.readOn(), /answers 503/)
  await assert.rejects(orderExport.readOn())
  await assert.rejects(orderExport.readOn(), SyntaxError)
  assert.deepEqual(await orderExport.readOn(), ['A1', 'A2', 'A3'].map(order))
  assert.deepEqual(await orderExport.readOn(), [])
})
