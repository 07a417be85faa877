import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addPlaces } from '@dhakacart/database/testing/fixtures.ts'
import type { RouteOptions } from 'fastify'
import { addressOf, signInByCode } from '../testing/customer.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
/** Routes of customers whose address names an object. */
const objectRoutes: string[] = []
before(async () => {
  const onRoute = ({ method, url, config = {} }: RouteOptions) => {
    if (!(config as { needsCustomer?: boolean }).needsCustomer || !url.includes(':')) return
    for (const one of [method].flat()) if (one !== 'HEAD') objectRoutes.push(`${one} ${url}`)
  }
  api = await startTestApi({ settings: { onRoute } })
})
after(() => api.drop())

test('nobody reads, changes or deletes what another customer has, and learns not even that it is there', async () => {
  const { insideDhakaUpazilaId: upazilaId } = await addPlaces(api.db)
  const [owner, stranger] = [await signInByCode(api), await signInByCode(api)]
  const added = await owner.send('POST', '/api/account/addresses', addressOf(upazilaId), {
    'idempotency-key': randomUUID(),
  })
  const addresses = added.json().addresses
  const { sessions } = (await owner.send('GET', '/api/account/sessions')).json()
  const { id: ownerId } = await api.db
    .selectFrom('customers')
    .select('id')
    .where('phone', '=', owner.phone)
    .executeTakeFirstOrThrow()
  const importedOrder = await api.db
    .insertInto('importedOrders')
    .values({
      legacyNumber: 'OLD-1',
      customerId: ownerId,
      state: 'delivered',
      placedAt: '2024-03-01T08:30:00Z',
      totalPaisa: 100,
      lines: '[]',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  assert.equal((await owner.send('GET', `/api/account/imported-orders/${importedOrder.id}`)).statusCode, 200)
  const before = {
    addresses,
    sessions: sessions.map(({ id }: { id: number }) => id),
  }
  const objects: Record<string, { id: number; body?: object }> = {
    'PUT /api/account/addresses/:id': {
      id: addresses[0].id,
      body: { ...addressOf(upazilaId), recipientName: 'Somebody' },
    },
    'DELETE /api/account/addresses/:id': { id: addresses[0].id },
    'DELETE /api/account/sessions/:id': { id: sessions[0].id },
    'GET /api/account/imported-orders/:id': importedOrder,
  }
  assert.deepEqual(objectRoutes.toSorted(), Object.keys(objects).toSorted(), 'a new route has to be tried here as well')
  for (const [address, { id, body }] of Object.entries(objects)) {
    const [method, url] = address.split(' ') as ['GET' | 'PUT' | 'DELETE', string]
    const [theirs, nobodys] = [
      await stranger.send(method, url.replace(':id', String(id)), body),
      await stranger.send(method, url.replace(':id', '999999999'), body),
    ]
    const shown = ({ statusCode, body }: { statusCode: number; body: string }) => [
      statusCode,
      body.replace(/"requestId":"[^"]*"/, ''),
    ]
    assert.deepEqual(shown(theirs), shown(nobodys), address)
  }
  const after = {
    addresses: (await owner.send('GET', '/api/account/addresses')).json().addresses,
    sessions: (await owner.send('GET', '/api/account/sessions')).json().sessions.map(({ id }: { id: number }) => id),
  }
  assert.deepEqual(after, before)
})

test('a made-up order token opens no order, whatever is asked of it', async () => {
  const token = 'a'.repeat(43)
  const attempts = [
    api.inject({ url: `/api/orders/${token}` }),
    api.inject({ url: `/api/orders/${token}/payment` }),
    api.inject({ url: `/api/orders/${token}/returns` }),
    api.inject({ url: `/api/orders/${token}/cancellation-requests` }),
    api.inject({ method: 'POST', url: `/api/orders/${token}/cancellation-requests/1/withdrawal` }),
    api.inject({ method: 'POST', url: `/api/orders/${token}/cancel` }),
  ]
  for (const answer of await Promise.all(attempts)) {
    assert.deepEqual([answer.statusCode, answer.json().code], [404, 'ORDER_NOT_FOUND'], answer.body)
  }
})
