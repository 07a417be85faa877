import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectDatabase, type Db } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import { createCredential } from '../../app/api/src/machines/machines.service.ts'
import { createSale, setSaleState } from '../../app/api/src/sales/sales.service.ts'
import { type StaffIdentity, staffIdentity } from '../../app/api/src/staff/staff-identity.ts'
import { getRoom, runRoom } from '../../app/api/src/waiting-room/console-rooms.service.ts'
import type { DatabaseFindings } from '../../rehearsal/judgement/verdicts.ts'
import type { FlashProduct } from '../../rehearsal/plan/plan.ts'
import { PlainFailure } from '../command.ts'
import { SHOP_ROLE } from '../postgres/data-folder.ts'
import { isRunning } from '../processes/identity.ts'
import { readProcessFile } from '../starter/process-file.ts'
import { DATABASE } from '../starter/shop.ts'

const credentialName = 'rehearsal'
/** Taken off the usual price for the sale. */
const salePercent = 10
const saleHours = 2
/** The shop makes the room of a sale that is near within a second. */
const roomTries = 50
const roomPollMs = 100

/** The shop that `npm start` runs on this machine: where it is, and a way into its database for preparing and judging. */
export type LaptopShop = {
  origin: string
  port: number
  simulatorOrigin: string | null
  release: string
  db: Db
  close(): Promise<void>
}

/** Throws PlainFailure when no shop is running on the folder. */
export function openLaptopShop(dataFolder: string): LaptopShop {
  const file = readProcessFile(dataFolder)
  if (file === null || file.state !== 'ready' || !isRunning(file.starter)) {
    throw new PlainFailure(
      'No shop is running here: begin one with npm start in another terminal, or give --against and the address of one elsewhere.',
    )
  }
  const portOf = (kind: string) => file.processes.find((one) => one.kind === kind)?.port ?? null
  const simulatorPort = portOf('simulator')
  const passwords = JSON.parse(readFileSync(path.join(dataFolder, 'postgres', 'passwords.json'), 'utf8'))
  const url = `postgres://${SHOP_ROLE}:${passwords.password}@127.0.0.1:${portOf('postgres')}/${DATABASE}`
  // The database may be killed meanwhile; what asks it afterwards gets a new connection.
  const { db, pool } = connectDatabase({ url, poolSize: 1, applicationName: 'dhakacart-rehearsal' }, () => undefined)
  return {
    origin: file.origin,
    port: file.port,
    simulatorOrigin: simulatorPort === null ? null : `http://127.0.0.1:${simulatorPort}`,
    release: file.release,
    db,
    close: () => pool.end(),
  }
}

/** A token that may read the orders and nothing else. */
export function makeCredential(db: Db): Promise<string> {
  return createCredential({ db, randomBytes }, credentialName, 'orders.export')
}

type FlashSale = {
  startsAt: Date
  units: number
  hasWaitingRoom: boolean
  /** How many are let in from its waiting room a second at the most. */
  callsPerSecond: number
}

/**
 * Puts one product on sale from `startsAt`, in as many units as given: the last one on the shelf is the last one of the sale.
 * Throws PlainFailure when no product can be taken for it.
 */
export async function prepareFlashSale(
  db: Db,
  { startsAt, units, hasWaitingRoom, callsPerSecond }: FlashSale,
): Promise<FlashProduct> {
  const product = await chooseProduct(db)
  const owner = await findOwner(db)
  await setStock(db, product.variantId, units)
  const sale = await createSale(db, owner, randomUUID(), {
    name: { en: 'Rehearsal', bn: 'মহড়া' },
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + saleHours * 3_600_000).toISOString(),
    prewarmMinutes: 1,
    limitPerCustomer: null,
    hasWaitingRoom,
    lines: [
      {
        variantId: product.variantId,
        pricePaisa: Math.floor((product.pricePaisa * (100 - salePercent)) / 10_000) * 100,
        allotment: units,
      },
    ],
  })
  await setSaleState(db, owner, sale.id, { version: sale.version, state: 'scheduled' })
  if (hasWaitingRoom) await limitRoom(db, owner, sale.id, callsPerSecond)
  return { slug: product.slug, variantId: product.variantId, units, roomOfSale: hasWaitingRoom ? sale.id : null }
}

/** A phone with one variant that is in no sale now or later, the cheapest first: cheap orders need no advance and no code. */
async function chooseProduct(db: Db): Promise<{ slug: string; variantId: number; pricePaisa: number }> {
  const result = await sql<{ slug: string; variantId: number; pricePaisa: number }>`
    select p.slug, min(v.id) as variant_id, min(v.price_paisa) as price_paisa
    from products p join variants v on v.product_id = p.id
    where p.is_published and not exists (
      select from sale_lines l join variants other on other.id = l.variant_id
      where other.product_id = p.id and l.is_scheduled and upper(l.during) > shop_now())
    group by p.id, p.slug having count(*) = 1 and min(v.price_paisa) > 100000
    order by min(v.price_paisa), p.id limit 1`.execute(db)
  const [product] = result.rows
  if (product === undefined) throw new PlainFailure('Every product is in a sale: end one in the console and try again.')
  return product
}

async function findOwner(db: Db) {
  const result = await sql<{ id: number; name: string }>`
    select id, name from staff where role = 'owner' and is_active order by id limit 1`.execute(db)
  const [owner] = result.rows
  if (owner === undefined)
    throw new PlainFailure('The shop has no owner who could prepare a sale: start it with npm start.')
  return staffIdentity({ ...owner, role: 'owner' })
}

/** Sets the ceiling of a room as its staff would, as soon as the shop has made the room. */
async function limitRoom(db: Db, owner: StaffIdentity, saleId: number, callsPerSecond: number): Promise<void> {
  for (let time = 0; time < roomTries; time++) {
    const room = await getRoom(db, saleId).catch(() => null)
    if (room !== null) {
      const { version, state, floorPerSecond, ceilingPerSecond, targetMs } = room
      const ceiling = Math.min(ceilingPerSecond, Math.max(floorPerSecond, callsPerSecond))
      await runRoom(db, owner, saleId, { version, state, floorPerSecond, ceilingPerSecond: ceiling, targetMs })
      return
    }
    await sleep(roomPollMs)
  }
  throw new PlainFailure('The shop has made no waiting room for the sale: look into the logs of its api.')
}

/** So many units can be sold afterwards, and the ledger says why. */
async function setStock(db: Db, variantId: number, units: number): Promise<void> {
  await sql`
    with level as (select on_hand, held from stock_levels where variant_id = ${variantId} for update),
    change as (select held + ${units}::integer - on_hand as units from level),
    adjusted as (
      update stock_levels set on_hand = on_hand + change.units from change
      where variant_id = ${variantId} and change.units <> 0 returning change.units as units
    )
    insert into stock_movements (variant_id, kind, on_hand_change, held_change, cause)
    select ${variantId}, 'adjusted', units, 0, 'rehearsal' from adjusted`.execute(db)
}

/** Looks into the books themselves: what must hold whatever visitors did. Orders since `since` are those of the rehearsal. */
export async function auditDatabase(db: Db, since: Date, flash: FlashProduct | null): Promise<DatabaseFindings> {
  const stock = await sql<{ sku: string }>`
    select v.sku from stock_levels l join variants v on v.id = l.variant_id
    left join (
      select variant_id, sum(on_hand_change) as on_hand, sum(held_change) as held from stock_movements group by variant_id
    ) m on m.variant_id = l.variant_id
    where l.on_hand <> coalesce(m.on_hand, 0) or l.held <> coalesce(m.held, 0) or l.held > l.on_hand or l.held < 0
    limit 5`.execute(db)
  const money = await sql<{ postingId: number }>`
    select posting_id from payment_ledger group by posting_id having sum(amount_paisa) <> 0 limit 5`.execute(db)
  const unlined = await sql<{ number: string }>`
    select number from orders o where placed_at >= ${since}
    and subtotal_paisa <> (select coalesce(sum(unit_price_paisa * quantity), 0) from order_lines where order_id = o.id)
    limit 5`.execute(db)
  const orders = await sql<{ count: number }>`
    select count(*)::integer as count from orders where placed_at >= ${since}`.execute(db)
  const sold = await sql<{ units: number }>`
    select coalesce(sum(l.quantity), 0)::integer as units from orders o join order_lines l on l.order_id = o.id
    where o.placed_at >= ${since} and l.variant_id = ${flash?.variantId ?? 0} and o.state not in ('expired', 'cancelled')`.execute(
    db,
  )
  return {
    problems: [
      ...stock.rows.map(({ sku }) => `Stock and ledger of ${sku} differ.`),
      ...money.rows.map(({ postingId }) => `Posting ${postingId} does not add up to zero.`),
      ...unlined.rows.map(({ number }) => `The lines of ${number} do not add up to its total.`),
    ],
    orders: orders.rows[0]?.count ?? 0,
    flashUnits: flash === null ? null : (sold.rows[0]?.units ?? 0),
  }
}
