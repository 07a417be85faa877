import type { ConsoleBrand } from '@dhakacart/contract/console-catalogue.schema.ts'
import type { Db, DbOrTx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import { BrandNotFound, CatalogueInvalid, VersionConflict } from '../errors.ts'
import * as brands from './brands.repository.ts'
import * as creations from './creations.ts'
import { catchTaken, type Editor } from './products.service.ts'

export const listBrands = brands.listBrands
type BrandContent = { slug: string; name: string }

/** Adds a brand. The same key returns what the first request made. Throws CATALOGUE_INVALID. */
export async function createBrand(db: Db, staff: Editor, key: string, content: BrandContent): Promise<ConsoleBrand> {
  return catchTaken(() =>
    inTransaction(db, async (tx) => {
      const id = await creations.once(tx, key, content, async () => {
        await refuseTakenName(tx, content.name, null)
        const made = await brands.insertBrand(tx, content)
        await audit.record(tx, staff, {
          action: 'catalogue.brand_created',
          subject: `brand:${made}`,
          detail: { slug: content.slug },
        })
        return made
      })
      return getBrand(tx, id)
    }),
  )
}

/** Renames a brand. Safe to retry. Throws BRAND_NOT_FOUND, CATALOGUE_INVALID, VERSION_CONFLICT with the brand as it is now. */
export async function saveBrand(
  db: Db,
  staff: Editor,
  id: number,
  version: number,
  content: BrandContent,
): Promise<ConsoleBrand> {
  return catchTaken(() =>
    inTransaction(db, async (tx) => {
      if (!(await brands.lockBrand(tx, id))) throw new BrandNotFound()
      const current = await getBrand(tx, id)
      if (current.slug === content.slug && current.name === content.name) return current
      if (current.version !== version) throw new VersionConflict({ details: current })
      await refuseTakenName(tx, content.name, id)
      await brands.updateBrand(tx, id, content)
      await audit.record(tx, staff, {
        action: 'catalogue.brand_changed',
        subject: `brand:${id}`,
        detail: { slug: content.slug },
      })
      return getBrand(tx, id)
    }),
  )
}

async function getBrand(db: DbOrTx, id: number): Promise<ConsoleBrand> {
  const [brand] = await brands.listBrands(db, id)
  if (brand === undefined) throw new BrandNotFound()
  return brand
}

/** Two brands that shoppers could not tell apart. */
async function refuseTakenName(db: DbOrTx, name: string, exceptId: number | null): Promise<void> {
  if (await brands.isNameTaken(db, name, exceptId))
    throw new CatalogueInvalid({ details: [{ field: 'name', code: 'name_taken', value: name }] })
}
