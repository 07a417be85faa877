import { createHash } from 'node:crypto'
import type { Db } from '@dhakacart/database/connect.ts'
import { createByteCache } from './byte-cache.ts'
import type { PictureStore, StoredPicture } from './picture-store.ts'
import { findRenditionHash, listStoredHashes, type Rendition } from './pictures.repository.ts'

type Picture = StoredPicture & { hash: string }
export type PictureService = {
  /** null when there is no such rendition. */
  read(rendition: Rendition): Promise<Picture | null>
}

/** About 700 card pictures; the shared cache before us holds the rest. */
const cacheBytesMax = 12 * 1024 * 1024

/** Reads renditions, the last used ones from memory. Whoever asks for one that is being read waits for the same read. */
export function createPictureService(db: Db, store: PictureStore): PictureService {
  const cache = createByteCache<Picture>(cacheBytesMax)
  const running = new Map<string, Promise<Picture | null>>()

  async function readStored(key: string, rendition: Rendition): Promise<Picture | null> {
    const hash = await findRenditionHash(db, rendition)
    if (hash === null) return null
    const stored = await store.read(hash)
    if (stored === null) throw new Error(`the picture store lacks ${hash}, which ${key} names`)
    // Shoppers keep a picture for a year, so a damaged one must never leave.
    if (createHash('sha256').update(stored.bytes).digest('hex') !== hash) {
      throw new Error(`the picture store holds other bytes than those of ${hash}`)
    }
    const picture = { ...stored, hash }
    cache.set(key, picture)
    return picture
  }

  return {
    async read(rendition) {
      const key = `${rendition.pictureId}/${rendition.width}.${rendition.format}`
      const kept = cache.get(key)
      if (kept !== undefined) return kept
      const reading = running.get(key) ?? readStored(key, rendition).finally(() => running.delete(key))
      running.set(key, reading)
      return reading
    },
  }
}

const copyBatchMax = 100

/** Copies every picture that PostgreSQL holds to another store and returns their number. Safe to repeat. */
export async function copyPictures(db: Db, from: PictureStore, to: PictureStore): Promise<number> {
  let count = 0
  for (let after = ''; ; ) {
    const hashes = await listStoredHashes(db, after, copyBatchMax)
    for (const hash of hashes) {
      const picture = await from.read(hash)
      if (picture !== null) await to.write(hash, picture)
    }
    count += hashes.length
    const last = hashes.at(-1)
    if (last === undefined) return count
    after = last
  }
}
