import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readInheritedEnvironment } from '@dhakacart/service-kit/testing/config.ts'
import { sql } from 'kysely'
import { readTestDatabaseUrl } from './testing/config.ts'
import { createTestDatabase, type TestDatabase, withDatabase } from './testing/test-database.ts'

let shop: TestDatabase
beforeEach(async () => {
  shop = await createTestDatabase()
})
afterEach(() => shop.drop())

/** Runs a command as people and the starter do. */
async function run(command: 'migrate' | 'seed', env: Record<string, string>) {
  const entry = fileURLToPath(new URL(`${command}.ts`, import.meta.url))
  const child = spawn(process.execPath, [entry], {
    env: { ...readInheritedEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code, lines: output.trimEnd().split('\n'), errors }
}

const closedPort = 'postgres://nobody@127.0.0.1:1/nothing'

for (const command of ['migrate', 'seed'] as const) {
  test(`${command} without an address says which key to give`, async () => {
    const { code, errors } = await run(command, {})
    assert.equal(code, 1)
    assert.match(
      errors,
      new RegExp(`^${command}: .*\\n- DATABASE_URL is missing: give the address of the database.*\\n$`),
    )
  })

  test(`${command} without a database is one sentence, not a stack`, async () => {
    const { code, errors } = await run(command, { DATABASE_URL: closedPort })
    assert.equal(code, 1)
    assert.match(errors, new RegExp(`^${command}: [^\\n]*ECONNREFUSED[^\\n]*\\n$`))
  })
}

test('seed before migrate says what to do first', async () => {
  const { code, errors } = await run('seed', { DATABASE_URL: readTestDatabaseUrl() })
  assert.equal(code, 1)
  assert.match(errors, /^seed: The database lacks migration 000001-clock: run migrate first\.\n$/)
})

test('migrate says that a migrated database needs nothing', async () => {
  const { code, lines, errors } = await run('migrate', { DATABASE_URL: shop.url })
  assert.deepEqual([code, errors], [0, ''])
  assert.match(lines[0] ?? '', /^migrate: nothing to do, the schema is at \d{6}-/)
})

test('migrate to a database that does not exist is one sentence', async () => {
  const { code, errors } = await run('migrate', { DATABASE_URL: withDatabase(shop.url, 'nowhere') })
  assert.equal(code, 1)
  assert.equal(errors, 'migrate: Cannot connect to the database: database "nowhere" does not exist.\n')
})

test('seed fills the whole shop with progress to look at, then leaves it alone', async () => {
  const { code, lines, errors } = await run('seed', { DATABASE_URL: shop.url })
  assert.deepEqual([code, errors], [0, ''])
  assert.ok(
    lines.some((line) => /^seed: products 400\/\d+$/.test(line)),
    lines.join('\n'),
  )
  const summary = lines.at(-1) ?? ''
  const [, products, seconds] = /^seed: (\d+) products, .* in ([\d.]+) s$/.exec(summary) ?? []
  assert.ok(Number(products) >= 1_200, summary)
  // Seconds on an idle machine, where npm start takes them; this one may be running everything else at once.
  assert.ok(Number(seconds) <= 60, summary)
  const again = await run('seed', { DATABASE_URL: shop.url })
  assert.deepEqual([again.code, again.lines], [0, ['seed: the shop has products already, nothing to do']])
})

test('the seeded shop is whole: a ledger that adds up, a leaf and a picture for everything, and a zone for every place', async () => {
  const seeded = await createTestDatabase({ seeded: true })
  try {
    const { rows } = await sql<{ problem: string }>`
      select 'ledger of ' || sku as problem from variants join stock_levels on variant_id = variants.id
        left join (select variant_id, sum(on_hand_change) as on_hand, sum(held_change) as held from stock_movements group by 1)
          as ledger using (variant_id)
        where stock_levels.on_hand <> coalesce(ledger.on_hand, 0) or stock_levels.held <> coalesce(ledger.held, 0)
      union all select 'no stock row for ' || sku from variants
        where not exists (select 1 from stock_levels where variant_id = variants.id)
      union all select 'no variant of ' || slug from products
        where not exists (select 1 from variants where product_id = products.id)
      union all select 'no picture of ' || sku from variants where picture_id is null
      union all select 'no picture of category ' || slug from categories where picture_id is null
      union all select 'not every size of picture ' || id from pictures
        where (select count(*) from picture_renditions where picture_id = pictures.id) <> 6
      union all select 'no bytes of ' || hash from picture_renditions
        where not exists (select 1 from picture_bytes where picture_bytes.hash = picture_renditions.hash)
      union all select 'no products in ' || slug from categories where parent_id is not null
        and not exists (select 1 from products where category_id = categories.id)
      union all select 'products directly in ' || slug from categories where parent_id is null
        and exists (select 1 from products where category_id = categories.id)
      limit 20`.execute(seeded.db)
    assert.deepEqual(rows, [])
    const { rows: counts } = await sql<{ brands: number; leaves: number; upazilas: number; popular: number }>`
      select (select count(*) from brands) as brands, (select count(*) from categories where parent_id is not null) as leaves,
        (select count(*) from upazilas) as upazilas, (select count(distinct popularity) from products) as popular`.execute(
      seeded.db,
    )
    const count = counts[0]
    assert.ok(count && count.brands >= 40 && count.leaves >= 14 && count.upazilas >= 494, JSON.stringify(count))
    assert.ok(count.popular > 800, 'popularity tells products apart')
  } finally {
    await seeded.drop()
  }
})
