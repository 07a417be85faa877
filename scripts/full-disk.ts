import assert from 'node:assert/strict'
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { onServer } from '@dhakacart/database/testing/test-database.ts'
import { onStopRequest, runCommand } from './command.ts'
import { isInside, runInside, SmallDisk } from './full-disk/small-disk.ts'
import { findFreePort } from './processes/ports.ts'
import { chooseGoods, fillCart, type Press, type ReadyCart } from './testing/order-through-crash.ts'
import { type RunningShop, spawnShop, statusOf, until, untilReady } from './testing/running-shop.ts'

// A first start wants 800 MB; the rest is the log that the seed writes.
const DISK_MB = 1_200
const CARTS = 60
const HEAL_LIMIT_MS = 90_000
const PAGES = ['/en', '/bn/c/smartphones', '/api/catalogue/categories']
// Files of 16 MB that are kept to be used again are written first; max_wal_size is 512 MB.
const MOST_LOG_FILES = 100
const MIB = 1024 * 1024
const LONG_LOG_MIB = 21
const FULL = 'The disk is full'
const WRITTEN = 'What could not be written is written now.'

type Drill = {
  shop: RunningShop
  origin: string
  disk: SmallDisk
  carts: ReadyCart[]
  /** Number of the order by its cart. */
  placed: Map<ReadyCart, string>
}

/**
 * Fills the disk under a running shop: so that tables cannot grow while orders are placed, so that PostgreSQL cannot write its
 * log and gives up, while the logs of processes have to be set aside and one dies, and before a stop. Reads go on, orders get
 * an honest 503, a person hears one sentence, and with room again everything is in order by itself, with nothing lost. Needs
 * Linux, and root or user namespaces: the disk is a small one of its own, in memory.
 */
async function fullDisk(): Promise<number> {
  if (!isInside()) return runInside(import.meta.filename)
  const disk = new SmallDisk(DISK_MB)
  const port = await findFreePort()
  let shop = spawnShop(path.join(disk.folder, 'shop'), '--port', String(port))
  onStopRequest(() => shop.pressCtrlC())
  try {
    await untilReady(shop)
    const drill = await prepare(shop, disk, `http://localhost:${port}`)
    const before = pidsOf(shop)
    await play(drill, 'no table can grow', () => undefined)
    await withLogSwitch(drill, (endSegment) => play(drill, 'PostgreSQL cannot write its log', endSegment))
    assert.deepEqual(pidsOf(shop), before, 'a process was replaced')
    say('no process of the shop was replaced')
    await rotate(drill)
    await compare(drill)
    shop = await restart(drill, port)
    await compare({ ...drill, shop })
    return 0
  } finally {
    shop.pressCtrlC()
    await shop.exited
    disk.remove()
  }
}

async function prepare(shop: RunningShop, disk: SmallDisk, origin: string): Promise<Drill> {
  const goods = await chooseGoods(origin)
  await stockUp(databaseUrl(shop, disk), goods.variantId)
  const carts: ReadyCart[] = []
  for (let index = 0; index < CARTS; index++) carts.push(await fillCart(origin, goods.variantId, goods.upazilaId))
  return { shop, origin, disk, carts, placed: new Map() }
}

/** A connection to the shop's database, as the shop has it or as its superuser. */
function databaseUrl(shop: RunningShop, { folder }: SmallDisk, role: 'dhakacart' | 'postgres' = 'dhakacart'): string {
  const passwords = JSON.parse(readFileSync(path.join(folder, 'shop', 'postgres', 'passwords.json'), 'utf8'))
  const password = role === 'postgres' ? passwords.superuserPassword : passwords.password
  return `postgres://${role}:${password}@127.0.0.1:${shop.find('postgres').port}/dhakacart`
}

/** A unit for every cart, so that nobody is told that it is sold out. */
async function stockUp(url: string, variantId: number): Promise<void> {
  await onServer(url, async (client) => {
    await client.query(
      `with received as (update stock_levels set on_hand = on_hand + $2::integer where variant_id = $1 returning variant_id)
       insert into stock_movements (variant_id, kind, on_hand_change, held_change, cause)
       select variant_id, 'received', $2::integer, 0, 'drill' from received`,
      [variantId, CARTS],
    )
  })
}

/** Orders of half the carts while the disk is full, and worse than full. */
async function play(drill: Drill, what: string, worsen: () => Promise<void> | undefined): Promise<void> {
  const { carts, disk, placed } = drill
  const [first, ...others] = carts.filter((cart) => !placed.has(cart)).slice(0, CARTS / 2)
  if (first === undefined) throw new Error('there is no cart left')
  const steady = await first.place()
  keep(drill, first, steady)
  assert.equal(steady.status, 200, `not steady before it began: ${steady.code}`)
  disk.fill()
  await worsen()
  const pressed = await Promise.all(others.map(async (cart) => ({ cart, press: await cart.place() })))
  for (const { cart, press } of pressed) keep(drill, cart, press)
  const refused = pressed.filter(({ cart }) => !placed.has(cart))
  assert.ok(refused.length > 0, 'the disk was not full enough for anybody to notice')
  for (const { press } of refused) {
    assert.deepEqual([press.status, press.code], [503, 'DATABASE_AWAY'])
    assert.ok(Number(press.retryAfter) > 0)
  }
  for (const page of PAGES) assert.equal(await statusOf(drill.origin + page), 200, page)
  say(`${what}: ${refused.length} of ${pressed.length} orders hear 503, ${PAGES.join(', ')} go on`)
  disk.makeRoom()
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

/**
 * Hands over what makes PostgreSQL begin a new file of its log, for which there will be no room: only the superuser may, on a
 * connection from before, because a full disk lets no new one in.
 */
async function withLogSwitch({ shop, disk }: Drill, work: (endSegment: () => Promise<void>) => Promise<void>) {
  await onServer(databaseUrl(shop, disk, 'postgres'), async (client) => {
    client.on('error', () => undefined)
    const endSegment = () => client.query(`select pg_logical_emit_message(true, 'drill', 'x'), pg_switch_wal()`)
    await endSegment()
    await work(async () => {
      for (let times = 0; times < MOST_LOG_FILES; times++) {
        const reason = await endSegment().then(
          () => '',
          (error: Error) => error.message,
        )
        // It gives up as a whole, and the connection with it: an error of a statement alone is another failure.
        if (/terminat/.test(reason)) return
      }
      throw new Error('PostgreSQL had room for its log')
    })
  })
}

/** The log of the api has to be set aside and the list of processes written, while neither has room. */
async function rotate({ shop, disk, origin }: Drill): Promise<void> {
  const log = path.join(disk.folder, 'shop', 'logs', 'api.log')
  const soFar = countOf(shop, FULL)
  disk.fill(LONG_LOG_MIB * MIB)
  const lines = Array.from({ length: (LONG_LOG_MIB * MIB) >> 8 }, (_, index) => `${String(index).padEnd(255, '.')}\n`)
  appendFileSync(log, lines.join(''))
  await until('a person hears that the log has no room', HEAL_LIMIT_MS, () => countOf(shop, FULL) > soFar)
  assert.ok(!existsSync(`${log}.1`) && statSync(log).size > LONG_LOG_MIB * MIB)
  const dead = shop.find('worker')
  const healed = countOf(shop, 'worker 1 serves again')
  process.kill(dead.pid, 'SIGKILL')
  await until('another worker serves', HEAL_LIMIT_MS, () => countOf(shop, 'worker 1 serves again') > healed)
  assert.equal(shop.find('worker').pid, dead.pid, 'there was room to write the list of processes')
  assert.equal(countOf(shop, FULL), soFar + 1, shop.output())
  for (const page of PAGES) assert.equal(await statusOf(origin + page), 200, page)
  say('a log that is too long waits as a whole, a process that dies is replaced, and one sentence tells of the disk')
  disk.makeRoom()
  const emptiedAt = performance.now()
  await until('all is written', HEAL_LIMIT_MS, () => countOf(shop, WRITTEN) === 1)
  const seconds = ((performance.now() - emptiedAt) / 1000).toFixed(1)
  assert.ok(readFileSync(`${log}.1`, 'latin1').includes(lines.join('')), 'the log lost lines')
  assert.ok(statSync(log).size < MIB)
  assert.notEqual(shop.find('worker').pid, dead.pid)
  say(`with room again the log is set aside with every line and the list is true, ${seconds} s after it`)
}

/** A stop on a full disk, a start that is refused there, and one once there is room. */
async function restart({ shop, disk }: Drill, port: number): Promise<RunningShop> {
  const folder = path.join(disk.folder, 'shop')
  disk.fill()
  shop.pressCtrlC()
  assert.equal(await shop.exited, 'code 0', shop.output())
  const refused = spawnShop(folder, '--port', String(port))
  assert.equal(await refused.exited, 'code 1')
  const told = refused
    .output()
    .split('\n')
    .filter((line) => line !== '' && !/^DhakaCart |^ {2}✓ /.test(line))
  assert.ok(told.length === 1 && told[0]?.startsWith(FULL), refused.output())
  disk.makeRoom()
  const again = spawnShop(folder, '--port', String(port))
  await untilReady(again)
  const unfinished = readdirSync(folder).filter((name) => /\.(new|part)$|^unfinished/.test(name))
  assert.deepEqual(unfinished, [])
  say('stopped on a full disk, it starts with one sentence there and in order once there is room')
  return again
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

function countOf(shop: RunningShop, sentence: string): number {
  return shop.output().split(sentence).length - 1
}

function say(sentence: string): void {
  process.stdout.write(`  ✓ ${sentence}\n`)
}

await runCommand(fullDisk)
