/** What a statement does, in a few words that are the same in every run: `insert orders`, `select carts for update`, `commit`. */
export function labelStatement(sqlText: string): string {
  const text = tidy(sqlText)
  const write = /\b(insert into|(?<!for )update|delete from) ([a-z_]+)/.exec(text)
  if (write && !text.startsWith('select ')) return `${write[1]?.split(' ')[0]} ${write[2]}`
  const read = /\bfrom ([a-z_]+)/.exec(text)
  if (read) return `select ${read[1]}${isLocking(text) ? ' for update' : ''}`
  return text.slice(0, 40)
}

/** Whose rows are locked by more than one kind of actor. */
const contendedTables = [
  'carts',
  'orders',
  'stock_levels',
  'jobs',
  'messages',
  'payments',
  'coupons',
  'coupon_claims',
  'sales',
  'sale_lines',
  'sale_claims',
  'payment_attempts',
  'refunds',
]
/** A row written here locks the row it refers to. */
const references: Readonly<Record<string, string>> = {
  messages: 'orders',
  payments: 'orders',
  cart_lines: 'carts',
  coupon_claims: 'orders',
  sale_claims: 'orders',
  payment_attempts: 'orders',
  refunds: 'payments',
}

/** Tables in which a statement may wait for a row; none for one that only reads, begins or ends a transaction. */
export function findLockedTables(sqlText: string): string[] {
  const text = tidy(sqlText)
  if (!isLocking(text) && !/\b(insert into|update|delete from) /.test(text)) return []
  const words = new Set(text.match(/[a-z_]+/g))
  const referred = Object.keys(references).filter((table) => words.has(table))
  return [
    ...contendedTables.filter((table) => words.has(table)),
    ...referred.map((table) => references[table] ?? table),
  ]
}

function tidy(sqlText: string): string {
  return sqlText.toLowerCase().replaceAll('"', '').replace(/\s+/g, ' ').trim()
}

function isLocking(text: string): boolean {
  return text.includes(' for update')
}
