import type { ClientBase } from 'pg'

/**
 * Limits every session of the shop starts with. They belong to the database and not to the connections, because a pooler in
 * transaction mode hands the same connection to anyone.
 */
const timeouts = {
  // The longest statement of ours takes well under a second and callers give up after 10 s: what runs longer works for nobody.
  statement_timeout: '15s',
  // A process that stopped inside a transaction holds locks that others queue behind; its rows are free again after this.
  idle_in_transaction_session_timeout: '15s',
  // Longest sensible wait for a hot row: below the 10 s after which the caller is gone, so the error says "lock" and not "away".
  lock_timeout: '5s',
}

/** Writes the limits into the settings of the named database; they hold for sessions opened afterwards. Safe to repeat. */
export async function setDatabaseTimeouts(client: ClientBase, databaseName: string): Promise<void> {
  for (const [setting, value] of Object.entries(timeouts)) {
    await client.query(`alter database ${client.escapeIdentifier(databaseName)} set ${setting} = '${value}'`)
  }
}
