import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { onServer } from '@dhakacart/database/testing/test-database.ts'
import { onStopRequest, PlainFailure, runCommand } from './command.ts'
import { findFreePort } from './processes/ports.ts'
import { chooseGoods, fillCart, type Press, type ReadyCart } from './testing/order-through-crash.ts'
import { type RunningShop, spawnShop, statusOf, until, untilReady } from './testing/running-shop.ts'

// A first start wants 800 MB; the rest is the log that the seed writes.
const DISK_MB = 1_200
const CARTS = 30
const HEAL_LIMIT_MS = 90_000
const PAGES = ['/en', '/bn/c/smartphones', '/api/catalogue/categories']
const INSIDE = '--inside'

/**
 * Fills the disk under a running shop while orders are placed, so that neither tables nor logs can grow. Reads go on, orders get
 * an honest 503, and with room again the same press places them, without a restart. Needs Linux, and root or user namespaces:
 * the disk is a small one of its own, in memory.
 */
async function fullDisk(): Promise<number> {
  if (!process.argv.includes(INSIDE)) return again()
  const disk = mkdtempSync(path.join(tmpdir(), 'dhakacart-full-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=711`, 'tmpfs', disk])
  if (mounted.status !== 0) throw new PlainFailure(`No disk can be mounted here: ${mounted.stderr}`)
  const port = await findFreePort()
  const origin = `http://localhost:${port}`
  const shop = spawnShop(path.join(disk, 'shop'), '--port', String(port))
  onStopRequest(() => shop.pressCtrlC())
  try {
    await untilReady(shop)
    const goods = await chooseGoods(origin)
    await stockUp(shop, disk, goods.variantId)
    const carts: ReadyCart[] = []
    for (let index = 0; index < CARTS; index++) carts.push(await fillCart(origin, goods.variantId, goods.upazilaId))
    const drill: Drill = { shop, origin, disk, carts, placed: new Map() }
    const before = pidsOf(shop)
    await play(drill)
    assert.deepEqual(pidsOf(shop), before, 'a process was replaced')
    say('no process of the shop was replaced')
    await compare(drill)
    return 0
  } finally {
    shop.pressCtrlC()
    await shop.exited
    spawnSync('umount', [disk])
    rmSync(disk, { recursive: true, force: true })
  }
}

/** The same command where mounting a disk of its own disturbs nobody. */
function again(): number {
  const asRoot = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user']
  const inside = [process.execPath, import.meta.filename, INSIDE]
  const { status, error } = spawnSync('unshare', ['--mount', ...asRoot, ...inside], { stdio: 'inherit' })
  if (error !== undefined) throw new PlainFailure(`This needs Linux with unshare: ${error.message}`)
  return status ?? 1
}

/** A connection to the shop's database, as the shop has it. */
function databaseUrl(shop: RunningShop, disk: string): string {
  const { password } = JSON.parse(readFileSync(path.join(disk, 'shop', 'postgres', 'passwords.json'), 'utf8'))
  return `postgres://dhakacart:${password}@127.0.0.1:${shop.find('postgres').port}/dhakacart`
}

/** A unit for every cart, so that nobody is told that it is sold out. */
async function stockUp(shop: RunningShop, disk: string, variantId: number): Promise<void> {
  await onServer(databaseUrl(shop, disk), async (client) => {
    await client.query(
      `with received as (update stock_levels set on_hand = on_hand + $2::integer where variant_id = $1 returning variant_id)
       insert into stock_movements (variant_id, kind, on_hand_change, held_change, cause)
       select variant_id, 'received', $2::integer, 0, 'drill' from received`,
      [variantId, CARTS],
    )
  })
}

type Drill = {
  shop: RunningShop
  origin: string
  disk: string
  carts: ReadyCart[]
  /** Number of the order by its cart. */
  placed: Map<ReadyCart, string>
}

async function play(drill: Drill): Promise<void> {
  const { carts, disk, placed } = drill
  const [first, ...others] = carts
  if (first === undefined) throw new Error('there is no cart left')
  const steady = await first.place()
  keep(drill, first, steady)
  assert.equal(steady.status, 200, `not steady before it began: ${steady.code}`)
  const filler = fill(disk)
  const pressed = await Promise.all(others.map(async (cart) => ({ cart, press: await cart.place() })))
  for (const { cart, press } of pressed) keep(drill, cart, press)
  const refused = pressed.filter(({ cart }) => !placed.has(cart))
  assert.ok(refused.length > 0, 'the disk was not full enough for anybody to notice')
  for (const { press } of refused) {
    assert.deepEqual([press.status, press.code], [503, 'DATABASE_AWAY'])
    assert.ok(Number(press.retryAfter) > 0)
  }
  for (const page of PAGES) assert.equal(await statusOf(drill.origin + page), 200, page)
  say(`the disk is full: ${refused.length} of ${pressed.length} orders hear 503, ${PAGES.join(', ')} go on`)
  rmSync(filler)
  const emptiedAt = performance.now()
  for (const { cart } of refused) {
    await until('the order is placed', HEAL_LIMIT_MS, async () => {
      keep(drill, cart, await cart.place())
      return placed.has(cart)
    })
  }
  const seconds = ((performance.now() - emptiedAt) / 1000).toFixed(1)
  say(`with room again all of them are placed by the same press, ${seconds} s after it`)
}

/** An order that was promised keeps its number, however often its button is pressed. */
function keep({ placed }: Drill, cart: ReadyCart, { status, number }: Press): void {
  if (status !== 200) return
  assert.equal(placed.get(cart) ?? number, number)
  placed.set(cart, number)
}

/** Writes until not one more block fits; returns the file. */
function fill(disk: string): string {
  const file = path.join(disk, 'filler')
  const descriptor = openSync(file, 'w')
  for (const bytes of [1 << 20, 1 << 12]) {
    const chunk = Buffer.alloc(bytes)
    try {
      for (;;) writeSync(descriptor, chunk)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
  closeSync(descriptor)
  const { bavail, bsize } = statfsSync(disk)
  assert.ok(bavail * bsize < 1 << 16, 'the disk is not full')
  return file
}

/** What shoppers were told against what is there. */
async function compare({ shop, disk, placed }: Drill): Promise<void> {
  await onServer(databaseUrl(shop, disk), async (client) => {
    const orders = await client.query<{ number: string }>('select number from orders order by number')
    assert.deepEqual(
      orders.rows.map(({ number }) => number),
      [...placed.values()].toSorted(),
    )
    const wrong = await client.query(`
      select s.variant_id from stock_levels s join (
        select variant_id, sum(on_hand_change) as on_hand, sum(held_change) as held from stock_movements group by variant_id
      ) m using (variant_id) where s.on_hand <> m.on_hand or s.held <> m.held`)
    assert.deepEqual(wrong.rows, [])
  })
  say(`${placed.size} orders were promised and ${placed.size} are there, once each; the stock ledger adds up`)
}

function pidsOf(shop: RunningShop): string[] {
  const { starter, processes } = shop.list()
  const ours = processes.filter(({ kind }) => kind !== 'postgres')
  return [`starter ${starter.pid}`, ...ours.map(({ kind, slot, pid }) => `${kind} ${slot} ${pid}`)]
}

function say(sentence: string): void {
  process.stdout.write(`  ✓ ${sentence}\n`)
}

await runCommand(fullDisk)
