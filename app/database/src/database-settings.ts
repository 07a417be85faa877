import type { ClientBase } from 'pg'

/**
 * What every session of the shop starts with. It belongs to the database and not to the connections, because a pooler in
 * transaction mode hands the same connection to anyone.
 */
const settings = {
  // The longest statement of ours takes well under a second and callers give up after 9 s (docs/time-outs.md): what runs longer works
  // for nobody.
  statement_timeout: '7s',
  // A process that stopped inside a transaction holds locks that others queue behind; its rows are free again after this.
  idle_in_transaction_session_timeout: '15s',
  // Longest sensible wait for a hot row: below the 9 s after which the caller is gone, so the error says "lock" and not "away".
  lock_timeout: '5s',
  // Placing orders is a statement of a dozen parts that PostgreSQL would plan anew each time: a third of what it cost. Statements
  // of ours are written so that one plan serves all values; filters that are not asked for are left out of the text.
  plan_cache_mode: 'force_generic_plan',
  // PostgreSQL's 4 is for disks that turn. The shop lies in memory and on SSD, and at 4 orders read the whole of stock_levels and,
  // until their first analyze, of carts: 2,947 and 5,545 rows for each batch where an index finds 20.
  random_page_cost: '1.1',
}

/** Writes these settings into the named database; they hold for sessions opened afterwards. Safe to repeat. */
export async function setDatabaseSettings(client: ClientBase, databaseName: string): Promise<void> {
  for (const [setting, value] of Object.entries(settings)) {
    await client.query(`alter database ${client.escapeIdentifier(databaseName)} set ${setting} = '${value}'`)
  }
}
