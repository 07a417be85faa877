import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Manifest } from './manifest.ts'
import { findNetworkDifferences } from './network-paths.ts'
import { isInTable, readNetworkTable } from './network-table.ts'

const table = readNetworkTable(`
parties:
  api: { says: x, labels: { app: api }, ports: [3001] }
  pooler: { says: x, labels: { app: pooler }, ports: [5432] }
  operator: { says: x, namespace: operators, labels: { app: operator }, ports: [], isForeign: true }
  metadata: { says: x, address: 169.254.169.254, ports: [80] }
  internet: { says: x, address: 203.0.113.9, ports: [443] }
paths:
  - { from: api, to: { pooler: [5432] }, why: x }
  - { from: operator, to: { pooler: [5432] }, why: x }
  - { from: api, to: { internet: [443] }, why: x, places: [aws] }
`)

const policy = (name: string, spec: object) =>
  ({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name }, spec }) as unknown as Manifest
const pods = (app: string) => ({ podSelector: { matchLabels: { app } } })
const nobody = policy('nobody', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] })
const fromApi = policy('api', {
  ...pods('api'),
  policyTypes: ['Ingress', 'Egress'],
  egress: [{ to: [pods('pooler')], ports: [{ port: 5432 }] }],
})
const operators = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'operators' } } }
const toPooler = policy('pooler', {
  ...pods('pooler'),
  policyTypes: ['Ingress', 'Egress'],
  ingress: [{ from: [pods('api'), { ...operators, ...pods('operator') }], ports: [{ port: 5432 }] }],
})
const out = (...except: string[]) =>
  policy('out', {
    ...pods('api'),
    policyTypes: ['Egress'],
    egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0', except } }], ports: [{ port: 443 }] }],
  })

const differences = (manifests: readonly Manifest[], place = 'local') => findNetworkDifferences(table, manifests, place)

test('policies that say what the table says differ in nothing, in each place', () => {
  assert.deepEqual(differences([nobody, fromApi, toPooler]), [])
  assert.deepEqual(differences([nobody, fromApi, toPooler, out('169.254.0.0/16')], 'aws'), [])
})

test('a path needs both ends: without either it is missing', () => {
  const missing = ['network.yaml lets api speak to pooler on 5432, and the policies do not']
  assert.deepEqual(differences([nobody, toPooler]), missing)
  assert.deepEqual(differences([nobody, fromApi]), [
    ...missing,
    'network.yaml lets operator speak to pooler on 5432, and the policies do not',
  ])
})

for (const [title, manifests, sentence] of [
  ['nobody forbids everything', [toPooler], /let api speak to metadata on 80/],
  [
    'a rule forgot its ports',
    [nobody, fromApi, policy('x', { ...pods('pooler'), policyTypes: ['Ingress'], ingress: [{ from: [operators] }] })],
    /let operator speak to pooler on 12345/,
  ],
  [
    'a rule forgot to whom',
    [
      nobody,
      fromApi,
      toPooler,
      policy('x', { ...pods('pooler'), policyTypes: ['Egress'], egress: [{ ports: [{ port: 80 }] }] }),
    ],
    /let pooler speak to metadata on 80/,
  ],
  [
    'the internet is let in where the table does not',
    [nobody, fromApi, toPooler, out('169.254.0.0/16')],
    /let api speak to internet on 443/,
  ],
] as const) {
  test(`told: ${title}`, () => {
    assert.match(differences(manifests).join('\n'), sentence)
  })
}

test('a policy that is not understood is a mistake, not a no', () => {
  const named = policy('x', {
    ...pods('pooler'),
    policyTypes: ['Ingress'],
    ingress: [{ from: [pods('api')], ports: [{ port: 'http' }] }],
  })
  assert.throws(() => differences([nobody, fromApi, named]), /one by one, as numbers/)
})

test('a path to nobody, or to a port on which nobody listens, is refused', () => {
  const parties = 'parties: { api: { says: x, labels: { app: api }, ports: [3001] } }\n'
  const paths = (to: string) => `${parties}paths: [{ from: api, to: ${to}, why: x }]`
  assert.throws(() => readNetworkTable(paths('{ nobody: [1] }')), /names nobody, which is no party/)
  assert.throws(() => readNetworkTable(paths('{ api: [3002] }')), /api does not listen on 3002/)
})

test('only poolers, instances, the operator and the jobs that migrate and seed reach PostgreSQL', () => {
  const real = readNetworkTable()
  const database = real.parties.find(({ name }) => name === 'database')
  assert.ok(database)
  const who = real.parties.filter((from) =>
    database.ports.some((port) => isInTable(real, 'local', from, database, port)),
  )
  assert.deepEqual(
    who.map(({ name }) => name),
    ['migrate', 'seed', 'pooler', 'database', 'database-operator'],
  )
})
