import { maxNamedProducts, type PageChanges, type PriceBoundary } from '@dhakacart/contract/changes.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { findCatalogueChanges, findCataloguePosition } from '../catalogue/catalogue.repository.ts'
import { listSaleBoundaries } from '../sales/sale-boundaries.repository.ts'
import { findShownChange, nameProducts, type ProductNames } from './changes.repository.ts'

/**
 * What changed of what public pages show since `position`, told at least once: a transaction that is still open is told of
 * again. The position is read before everything else, so nothing that is committed meanwhile is stepped over.
 */
export async function listPageChanges(db: Db, since: string | undefined): Promise<PageChanges> {
  const changes =
    since === undefined
      ? { ...(await findCataloguePosition(db)), productIds: [], isEverything: true }
      : await findCatalogueChanges(db, since)
  const { mark, now } = await findShownChange(db, since ?? changes.position)
  const boundaries = await listSaleBoundaries(db)
  const isTooMuch = changes.productIds.length > maxNamedProducts
  const isEverything = changes.isEverything || mark !== null || isTooMuch
  const changed = isTooMuch ? [] : changes.productIds
  const switched = boundaries.filter(isNamed).flatMap(({ productIds }) => productIds)
  const named = await nameProducts(db, [...new Set([...changed, ...switched])], since ?? changes.position)
  const byId = new Map(named.map((product) => [product.id, product]))
  return {
    position: changes.position,
    now,
    isEverything,
    everythingMark: isTooMuch || since === undefined ? null : mark,
    products: pick(byId, changed),
    boundaries: boundaries.map(
      (boundary): PriceBoundary => ({
        at: boundary.at,
        products: isNamed(boundary) ? pick(byId, boundary.productIds) : null,
      }),
    ),
  }
}

function isNamed({ productIds }: { productIds: number[] }): boolean {
  return productIds.length <= maxNamedProducts
}

function pick(byId: ReadonlyMap<number, ProductNames>, ids: readonly number[]) {
  return ids.map((id) => byId.get(id)).filter((product) => product !== undefined)
}
