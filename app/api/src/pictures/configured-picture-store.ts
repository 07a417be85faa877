import type { Db } from '@dhakacart/database/connect.ts'
import { type PictureConfig, readS3Settings } from '../config.ts'
import { createDatabasePictureStore } from './database-picture-store.ts'
import type { PictureStore } from './picture-store.ts'
import { createS3PictureStore } from './s3-picture-store.ts'

/** The store that PICTURE_STORE names. */
export function createConfiguredPictureStore(config: PictureConfig, db: Db): PictureStore {
  const s3 = readS3Settings(config)
  return s3 === null ? createDatabasePictureStore(db) : createS3PictureStore(s3)
}
