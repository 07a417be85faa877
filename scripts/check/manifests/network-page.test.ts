import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { readNetworkTable, writeNetworkTable } from './network-table.ts'

test('docs/network.md shows the table', () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '..', '..', '..', 'docs', 'network.md'), 'utf8')
  const table = writeNetworkTable(readNetworkTable())
  assert.ok(page.includes(table), `docs/network.md must end with:\n\n${table}\n`)
})
