import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { pictureUrl } from '@dhakacart/contract/picture-url.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { createByteCache } from './byte-cache.ts'
import { createDatabasePictureStore } from './database-picture-store.ts'
import type { PictureStore } from './picture-store.ts'
import { copyPictures, createPictureService } from './pictures.service.ts'

const pictureId = 'ab'.repeat(32)
const bytes = randomBytes(5_000)
let api: TestApi
before(async () => {
  api = await startTestApi()
  await addPicture(api.db, pictureId, bytes)
})
after(() => api.drop())

async function addPicture(db: Db, id: string, content: Buffer): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex')
  await db.insertInto('pictures').values({ id, width: 960, height: 960 }).execute()
  await db.insertInto('pictureRenditions').values({ pictureId: id, format: 'avif', width: 480, hash }).execute()
  await createDatabasePictureStore(db).write(hash, { contentType: 'image/avif', bytes: content })
  return hash
}

test('a rendition is served as it was stored, to be kept for a year', async () => {
  for (let time = 1; time <= 2; time += 1) {
    const answer = await api.inject({ url: pictureUrl(pictureId, 480, 'avif') })
    assert.equal(answer.statusCode, 200)
    assert.deepEqual(answer.rawPayload, bytes)
    assert.equal(answer.headers['content-type'], 'image/avif')
    assert.equal(answer.headers['content-length'], '5000')
    assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable')
    assert.equal(answer.headers['x-content-type-options'], 'nosniff')
    const etag = String(answer.headers.etag)
    const again = await api.inject({ url: pictureUrl(pictureId, 480, 'avif'), headers: { 'if-none-match': etag } })
    assert.equal(again.statusCode, 304)
    assert.equal(again.rawPayload.length, 0)
  }
})

test('a rendition that is not there is NOT_FOUND and not kept by caches', async () => {
  for (const url of [pictureUrl(pictureId, 960, 'avif'), pictureUrl('cd'.repeat(32), 480, 'avif')]) {
    const answer = await api.inject({ url })
    assert.equal(answer.statusCode, 404)
    assert.equal(answer.json().code, 'NOT_FOUND')
    assert.equal(answer.headers['cache-control'], 'no-store')
  }
})

test('an address that names no rendition of ours is BAD_REQUEST', async () => {
  const addresses = [
    `${pictureId}/480.png`,
    `${pictureId}/481.avif`,
    `${pictureId}/480.avif.webp`,
    `${pictureId}/480xavif`,
    `${pictureId}/..%2f480.avif`,
    'ABCDEF/480.avif',
    `${'a'.repeat(65)}/480.avif`,
    "ab'%20or%201=1/480.avif",
  ]
  for (const address of addresses) {
    const answer = await api.inject({ url: `/api/pictures/${address}` })
    assert.equal(answer.statusCode, 400, address)
  }
})

test('many who ask for one picture at once cost one read of the store', async () => {
  let reads = 0
  const inner = createDatabasePictureStore(api.db)
  const counting: PictureStore = {
    ...inner,
    read: (hash) => {
      reads += 1
      return inner.read(hash)
    },
  }
  const pictures = createPictureService(api.db, counting)
  const rendition = { pictureId, width: 480, format: 'avif' } as const
  await Promise.all(Array.from({ length: 50 }, () => pictures.read(rendition)))
  await pictures.read(rendition)
  assert.equal(reads, 1)
})

test('damaged or lost bytes are an error of ours, never an answer that a phone keeps for a year', async () => {
  const damaged = 'ef'.repeat(32)
  const hash = await addPicture(api.db, damaged, randomBytes(100))
  await api.db
    .updateTable('pictureBytes')
    .set({ bytes: randomBytes(100) })
    .where('hash', '=', hash)
    .execute()
  assert.equal((await api.inject({ url: pictureUrl(damaged, 480, 'avif') })).statusCode, 500)
  await api.db.deleteFrom('pictureBytes').where('hash', '=', hash).execute()
  assert.equal((await api.inject({ url: pictureUrl(damaged, 480, 'avif') })).statusCode, 500)
})

test('the cache holds at most its bytes and lets go of what was unused for longest', () => {
  const cache = createByteCache<{ bytes: Buffer }>(100)
  const of = (size: number) => ({ bytes: Buffer.alloc(size) })
  cache.set('a', of(40))
  cache.set('b', of(40))
  cache.get('a')
  cache.set('c', of(40))
  assert.deepEqual(
    ['a', 'b', 'c'].map((key) => cache.get(key) !== undefined),
    [true, false, true],
  )
  assert.equal(cache.heldBytes, 80)
  cache.set('a', of(10))
  assert.equal(cache.heldBytes, 50)
  cache.set('huge', of(101))
  assert.equal(cache.get('huge'), undefined)
  assert.equal(cache.heldBytes, 50)
})

test('every picture is copied to another store', async () => {
  const copied = new Map<string, Buffer>()
  const other: PictureStore = {
    read: async () => null,
    remove: async () => undefined,
    write: async (hash, picture) => {
      copied.set(hash, picture.bytes)
    },
  }
  const count = await copyPictures(api.db, createDatabasePictureStore(api.db), other)
  assert.equal(count, copied.size)
  assert.deepEqual(copied.get(createHash('sha256').update(bytes).digest('hex')), bytes)
})
