import type { ImportKind } from '@dhakacart/contract/console-imports.schema.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { customersImport } from './customers-import.ts'
import type { ImportAtWork, JudgedRow } from './imports.repository.ts'
import { ordersImport } from './orders-import.ts'
import { productsImport } from './products-import.ts'
import type { NamedRow } from './row-values.ts'
import { stockImport } from './stock-import.ts'

/** What one kind of file is about. */
export type KindOfImport = {
  /** Without these a file cannot be read at all. */
  requiredColumns: readonly string[]
  /** Rows that have the same text in it belong together. */
  groupColumn: string
  /** May hold each text once in a file; null when nothing is so. */
  uniqueColumn: string | null
  /** What applying would do. Reads only. */
  check(db: DbOrTx, groups: readonly NamedRow[][]): Promise<JudgedRow[]>
  /** Does it, in the caller's transaction, judging anew by what is so now. Safe to repeat: what is so already is unchanged. */
  apply(tx: Tx, work: ImportAtWork, groups: readonly NamedRow[][]): Promise<JudgedRow[]>
}

export const kindsOfImport: Record<ImportKind, KindOfImport> = {
  products: productsImport,
  stock: stockImport,
  customers: customersImport,
  orders: ordersImport,
}
