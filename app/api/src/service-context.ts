import type { Db } from '@dhakacart/database/connect.ts'

/** What services that write need. The simulation gives its own: a database it schedules and randomness from its seed. */
export type ServiceContext = {
  db: Db
  randomBytes: (size: number) => Buffer
}
