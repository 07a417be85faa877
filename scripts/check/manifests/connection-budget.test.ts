import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findConnectionOverdraft } from './connection-budget.ts'
import type { Manifest } from './manifest.ts'

type Numbers = { replicas?: number; most?: number; accepted?: number; opened?: number; taken?: number }

/** An api with pools of 10, its poolers and its database. */
function shop({ replicas = 2, most, accepted = 60, opened = 20, taken = 73 }: Numbers): Manifest[] {
  const objects = [
    { kind: 'ConfigMap', metadata: { name: 'api-1' }, data: { DATABASE_POOL_SIZE: '10' } },
    {
      kind: 'Deployment',
      metadata: { name: 'api' },
      spec: { replicas, template: { spec: { containers: [{ envFrom: [{ configMapRef: { name: 'api-1' } }] }] } } },
    },
    {
      kind: 'Pooler',
      metadata: { name: 'pooler' },
      spec: {
        instances: 2,
        pgbouncer: { parameters: { max_client_conn: `${accepted}`, max_db_connections: `${opened}` } },
      },
    },
    {
      kind: 'Cluster',
      metadata: { name: 'db' },
      spec: { postgresql: { parameters: { max_connections: `${taken}` } } },
    },
    ...(most === undefined
      ? []
      : [
          {
            kind: 'ScaledObject',
            metadata: { name: 'api' },
            spec: { maxReplicaCount: most, scaleTargetRef: { name: 'api' } },
          },
        ]),
  ]
  return objects as unknown as Manifest[]
}

test('two replicas and one more during a release, three poolers and thirteen others: to the last connection it is let through', () => {
  assert.deepEqual(findConnectionOverdraft(shop({ accepted: 30 })), [])
  assert.deepEqual(findConnectionOverdraft(shop({ most: 5, accepted: 60 })), [])
})

test('one connection too many is told, on either side of the poolers', () => {
  assert.match(
    findConnectionOverdraft(shop({ accepted: 29 })).join(),
    /may open 30 connections and one pooler takes 29/,
  )
  assert.match(findConnectionOverdraft(shop({ most: 12 })).join(), /may open 130 connections and one pooler takes 60/)
  assert.match(findConnectionOverdraft(shop({ taken: 72 })).join(), /may open 73 connections and it takes 72/)
})
