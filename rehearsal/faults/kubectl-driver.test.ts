import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { type Hand, KubectlDriver } from './kubectl-driver.ts'

const waits = { pollMs: 1, pauseMs: 1 }

/** A cluster that notes what is done to it; a rollout needs two looks at each deployment. */
function createHand(pods: Readonly<Record<string, string[]>>): Hand & { done: string[] } {
  const done: string[] = []
  const looks = new Map<string, number>()
  return {
    done,
    async kubectl(...args) {
      if (args[0] !== 'get') {
        done.push(args.join(' '))
        return ''
      }
      const [, deployment = ''] = args
      const look = (looks.get(deployment) ?? 0) + 1
      looks.set(deployment, look)
      const isOver = look > 2
      if (isOver) done.push(`${deployment} is rolled out`)
      // Updated and available, and still there: the old one.
      const replicas = isOver ? 2 : 3
      const status = { observedGeneration: look > 1 ? 5 : 4, replicas, updatedReplicas: 2, availableReplicas: 2 }
      return JSON.stringify({ metadata: { generation: 5 }, spec: { replicas: 2 }, status })
    },
    async readyPods(selector) {
      const found = pods[selector.split('=')[1] ?? ''] ?? []
      if (found.length === 0) throw new Error(`no pod with ${selector} is ready`)
      return found.map((name) => ({ metadata: { name } }))
    },
    killPod: async (name) => void done.push(`kill ${name}`),
    primary: async () => 'database-2',
  }
}

test('kills one pod of what is named, and of the database the one that takes writes', async () => {
  const hand = createHand({ api: ['api-1', 'api-2'], storefront: ['storefront-1'], worker: ['worker-1'] })
  const driver = new KubectlDriver(hand, null, waits)
  for (const fault of ['api-killed', 'storefront-killed', 'worker-killed', 'database-killed'] as const) {
    await driver.inject(fault)
  }
  assert.deepEqual(hand.done, ['kill api-1', 'kill storefront-1', 'kill worker-1', 'kill database-2'])
  await assert.rejects(driver.inject('cache-killed'), /no pod with app.kubernetes.io\/name=cache is ready/)
  await assert.rejects(driver.inject('cache-frozen'), /cannot freeze/)
  assert.ok(!driver.can.includes('gateway-slow') && !driver.can.includes('cache-frozen'))
})

test('a release is over when the last old pod is gone', async () => {
  const hand = createHand({})
  await new KubectlDriver(hand, null, waits).inject('release')
  assert.deepEqual(hand.done, [
    'rollout restart deployment/api deployment/storefront deployment/worker',
    ...['api', 'storefront', 'worker'].map((name) => `deployment/${name} is rolled out`),
  ])
})

test('the gateway is slow for a while, and never when the rehearsal is over', async (context) => {
  const asked: string[] = []
  let status = 200
  const gateways = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => asked.push(text))
    request.on('end', () => response.writeHead(status).end('{}'))
  }).listen(0, '127.0.0.1')
  context.after(() => gateways.close())
  await once(gateways, 'listening')
  const origin = `http://127.0.0.1:${(gateways.address() as AddressInfo).port}`
  const driver = new KubectlDriver(createHand({}), { origin, ca: null }, waits)
  assert.ok(driver.can.includes('gateway-slow'))
  await driver.inject('gateway-slow')
  await driver.restore()
  assert.deepEqual(
    asked.map((text) => JSON.parse(text).faults),
    [['slow'], [], []],
  )
  status = 404
  await assert.rejects(driver.inject('gateway-slow'), /cannot be steered: it answers 404/)
})
