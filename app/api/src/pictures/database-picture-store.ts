import type { Db } from '@dhakacart/database/connect.ts'
import type { PictureStore } from './picture-store.ts'

/** Pictures in PostgreSQL: nothing else to run, one thing to back up. */
export function createDatabasePictureStore(db: Db): PictureStore {
  return {
    async read(hash) {
      const row = await db
        .selectFrom('pictureBytes')
        .select(['contentType', 'bytes'])
        .where('hash', '=', hash)
        .executeTakeFirst()
      return row ?? null
    },
    async write(hash, { contentType, bytes }) {
      await db
        .insertInto('pictureBytes')
        .values({ hash, contentType, bytes })
        .onConflict((conflict) => conflict.column('hash').doNothing())
        .execute()
    },
    async remove(hash) {
      await db.deleteFrom('pictureBytes').where('hash', '=', hash).execute()
    },
  }
}
