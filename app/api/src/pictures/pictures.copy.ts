import { databaseTls } from '@dhakacart/database/config.ts'
import { connectDatabase } from '@dhakacart/database/connect.ts'
import { orExit } from '@dhakacart/service-kit/lifecycle.ts'
import { readPictureConfig } from '../config.ts'
import { createConfiguredPictureStore } from './configured-picture-store.ts'
import { createDatabasePictureStore } from './database-picture-store.ts'
import { copyPictures } from './pictures.service.ts'

// A command: brings the pictures of a shop whose database holds them to the store that the configuration names.
const config = orExit(() => readPictureConfig())
const settings = {
  url: config.databaseUrl,
  poolSize: 1,
  tls: databaseTls(config),
  applicationName: 'dhakacart-pictures',
}
const { db, pool } = connectDatabase(settings, () => undefined)
try {
  const count = await copyPictures(db, createDatabasePictureStore(db), createConfiguredPictureStore(config, db))
  console.log(`pictures: ${count} in the ${config.pictureStore} store`)
} finally {
  await pool.end()
}
