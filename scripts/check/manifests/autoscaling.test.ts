import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findAutoscaling } from './autoscaling.ts'
import type { Manifest } from './manifest.ts'

const labels = { app: 'api' }
const cpu = { type: 'cpu', metadata: { value: '200' } }
const inFlight = { type: 'metrics-api', metadata: { url: 'http://api.shop:9300/metrics' } }
const bounds = { minReplicaCount: 2, maxReplicaCount: 12 }

function place({ scaled = {}, deployment = {}, ports = [{ port: 9300 }] }: Record<string, object> = {}): Manifest[] {
  return [
    {
      kind: 'ScaledObject',
      spec: { scaleTargetRef: { name: 'api' }, ...bounds, triggers: [cpu, inFlight], ...scaled },
    },
    { kind: 'Deployment', spec: { ...deployment, template: { metadata: { labels }, spec: { containers: [] } } } },
    { kind: 'Service', spec: { selector: labels, ports } },
  ].map((one) => ({ ...one, metadata: { name: 'api', namespace: 'shop' } })) as unknown as Manifest[]
}

test('an autoscaler with bounds, both figures and pods that answer is let through', () => {
  assert.deepEqual(findAutoscaling(place()), [])
})

for (const [title, change, sentence] of [
  ['it may go down to one', { scaled: { minReplicaCount: 1 } }, /must stay between 2 and 12/],
  ['a release would set the number back', { deployment: { replicas: 2 } }, /it would set it back/],
  ['it scales nobody', { scaled: { scaleTargetRef: { name: 'apis' } } }, /scales apis, which is not there/],
  ['nothing is left when nobody counts', { scaled: { triggers: [inFlight] } }, /processor time too/],
  ['its Service has no such port', { ports: [{ port: 3001 }] }, /behind which are not the pods it scales/],
  [
    'it asks in another namespace',
    { scaled: { triggers: [cpu, { ...inFlight, metadata: { url: 'http://api.other:9300/metrics' } }] } },
    /asks http:\/\/api\.other:9300\/metrics, behind which/,
  ],
] as const) {
  test(`refused: ${title}`, () => {
    assert.match(findAutoscaling(place(change)).join('\n'), sentence)
  })
}
