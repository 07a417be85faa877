import type { ClientBase } from 'pg'

const sessionStateQuery = `
  select 'the setting ' || name || ' = ' || setting as state from pg_settings
    where source = 'session' and name <> 'application_name' -- which a pooler itself sets for each borrower
  union all select 'the prepared statement ' || name from pg_prepared_statements
    where from_sql -- those of the protocol a pooler prepares again wherever they are needed
  union all select 'an advisory lock' from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()
  union all select 'a LISTEN on ' || pg_listening_channels()
  union all select 'the cursor ' || name from pg_cursors where name <> ''
  union all select 'the temporary table ' || relname from pg_class where relnamespace = pg_my_temp_schema()`

/**
 * What this session would hand on to the next user of its connection behind a pooler in transaction mode; empty is right. The
 * connection must not be inside a transaction.
 */
export async function findSessionState(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ state: string }>(sessionStateQuery)
  return rows.map(({ state }) => state)
}
