import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Manifest } from './manifest.ts'
import { findRoleDifferences, readRoleTable } from './role-access.ts'

const table = readRoleTable(`
viewer: { groups: [viewers], may: [get pods/log, list deployments.apps], mayNot: [get secrets, delete pods] }
`)
const object = (kind: string, rest: object) => ({ kind, metadata: { name: 'viewer' }, ...rest }) as unknown as Manifest
const role = (...more: object[]) =>
  object('Role', {
    rules: [
      { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
      { apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'list'] },
      ...more,
    ],
  })
const binding = (name = 'viewers') =>
  object('RoleBinding', { roleRef: { kind: 'Role', name: 'viewer' }, subjects: [{ kind: 'Group', name }] })

test('roles that answer as the table says differ in nothing', () => {
  assert.deepEqual(findRoleDifferences(table, [role(), binding()]), [])
})

test('what is missing and what is too much is told, as is a role that is given to another group', () => {
  const secrets = { apiGroups: [''], resources: ['secrets'], verbs: ['get'] }
  assert.deepEqual(findRoleDifferences(table, [role(secrets), binding()]), [
    'viewer may get secrets, and roles.yaml says that it may not',
  ])
  assert.deepEqual(findRoleDifferences(table, [role(), binding('others')]), [
    'viewer may not get pods/log, and roles.yaml says that it may',
    'viewer may not list deployments.apps, and roles.yaml says that it may',
  ])
})

test('everything, and the whole cluster, is refused', () => {
  const all = { apiGroups: ['batch'], resources: ['*'], verbs: ['get'] }
  assert.deepEqual(findRoleDifferences(table, [role(all), binding(), object('ClusterRoleBinding', {})]), [
    'ClusterRoleBinding viewer must be of the namespace alone',
    'Role viewer must name what it allows, not *',
  ])
})
