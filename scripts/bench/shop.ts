import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectDatabase } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import { readProcessFile } from '../starter/process-file.ts'
import { makeTerminalReport } from '../starter/report.ts'
import { Shop } from '../starter/shop.ts'

export type MeasuredShop = {
  origin: string
  apiOrigin: string
  databaseUrl: string
  dataFolder: string
  /** What the loads may buy and look at. */
  products: readonly { slug: string; categorySlug: string; variantId: number }[]
  upazilaId: number
  /** A sale that has not begun, with people in its waiting room. */
  saleId: number
  processes(): readonly { name: string; pid: number }[]
  /** A figure of the storefront's own, all its labels together, or those in which this stands. */
  storefrontFigure(name: string, labels?: RegExp): Promise<number>
  /** What staff do: a new name for a product. */
  renameProduct(slug: string): Promise<void>
  stop(): Promise<void>
}

/** Enough for any run: a checkout takes two units, and no run lasts for a million of them. */
const unitsPerVariant = 1_000_000
/** Some 3,300 pages at low priority: half a minute on two free cores. */
const warmWithinMs = 300_000
/** The storefront begins to make a changed page anew half a second after it heard of the change. */
const quietMs = 1_500

/** A fresh shop as `npm start` makes it (durable commits), with one process of each kind, or more storefronts, and stock that cannot run out. */
export async function startMeasuredShop(dataFolder: string, storefront = 1): Promise<MeasuredShop> {
  const shop = new Shop(
    { port: 0, processes: { api: 1, storefront, worker: 1, simulator: 0 }, hasCache: false, dataFolder },
    makeTerminalReport(),
  )
  await shop.start()
  const listed = () => readProcessFile(dataFolder)?.processes ?? []
  const apiPort = listed().find(({ kind }) => kind === 'api')?.port
  const { products, upazilaId, saleId } = await stockUp(shop.databaseUrl)
  const storefrontFigure = async (name: string, labels?: RegExp) => {
    const port = listed().find(({ kind }) => kind === 'storefront')?.healthPort
    return sumOf(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text(), name, labels)
  }
  await untilWarm(storefrontFigure, 2 * products.length)
  return {
    origin: shop.origin,
    apiOrigin: `http://127.0.0.1:${apiPort}`,
    databaseUrl: shop.databaseUrl,
    dataFolder,
    products,
    upazilaId,
    saleId,
    processes: () => listed().map(({ kind, pid }) => ({ name: kind, pid })),
    storefrontFigure,
    renameProduct: (slug) => renameProduct(shop.databaseUrl, slug),
    stop: () => shop.stop(),
  }
}

/** The storefront has a page of each product in both languages and makes none anew, so that this work of its is not measured. */
async function untilWarm(figure: (name: string) => Promise<number>, pages: number): Promise<void> {
  const deadline = performance.now() + warmWithinMs
  for (let [renders, before] = [0, -1]; renders !== before || (await figure('page_cache_pages')) < pages; ) {
    if (performance.now() > deadline) throw new Error(`the storefront was not warm within ${warmWithinMs} ms`)
    await sleep(quietMs)
    ;[renders, before] = [await figure('page_renders_total'), renders]
  }
}

function sumOf(metrics: string, name: string, wanted = /(?:)/): number {
  const values = [...metrics.matchAll(new RegExp(`^dhakacart_${name}(?:\\{([^}]*)\\})? (\\S+)$`, 'gm'))]
  return values.reduce((sum, [, labels = '', value]) => sum + (wanted.test(labels) ? Number(value) : 0), 0)
}

async function renameProduct(url: string, slug: string): Promise<void> {
  const { db, pool } = connectDatabase({ url, poolSize: 1, applicationName: 'dhakacart-bench' }, () => undefined)
  try {
    await sql`update products set name_en = name_en || '.' where slug = ${slug}`.execute(db)
  } finally {
    await pool.end()
  }
}

async function stockUp(url: string) {
  const { db, pool } = connectDatabase({ url, poolSize: 1, applicationName: 'dhakacart-bench' }, () => undefined)
  try {
    await sql`
      with received as (
        update stock_levels set on_hand = on_hand + ${unitsPerVariant}::integer returning variant_id
      )
      insert into stock_movements (variant_id, kind, on_hand_change, held_change, cause)
      select variant_id, 'received', ${unitsPerVariant}::integer, 0, 'bench' from received`.execute(db)
    const products = await sql<MeasuredShop['products'][number]>`
      select distinct on (p.id) p.slug, c.slug as category_slug, v.id as variant_id
      from products p join categories c on c.id = p.category_id join variants v on v.product_id = p.id
      order by p.id, v.position`.execute(db)
    const place = await sql<{ id: number }>`select min(id) as id from upazilas`.execute(db)
    // Long enough ahead that no load meets it: its room stands, and no order needs a pass yet.
    const sale = await sql<{ id: number }>`
      insert into sales (creation_key, name_en, name_bn, starts_at, ends_at, prewarm_minutes, has_waiting_room, state)
      values (gen_random_uuid(), 'Bench', 'বেঞ্চ', shop_now() + interval '55 minutes', shop_now() + interval '2 hours', 0, true,
              'scheduled')
      returning id`.execute(db)
    return { products: products.rows, upazilaId: place.rows[0]?.id ?? 0, saleId: sale.rows[0]?.id ?? 0 }
  } finally {
    await pool.end()
  }
}

/** Resident memory of a process in MiB, as the kernel counts it; NaN when it is gone. */
export function residentMiB(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) / 1024
}
