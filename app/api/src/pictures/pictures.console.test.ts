import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { pictureUrl } from '@dhakacart/contract/picture-url.ts'
import { addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { sql } from 'kysely'
import sharp from 'sharp'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { createDatabasePictureStore } from './database-picture-store.ts'
import type { PictureStore } from './picture-store.ts'
import { collectGarbage, renderNextUpload } from './picture-uploads.service.ts'

const log = createLog({ process: 'worker', release: 'test', level: 'silent' })
let api: TestApi
let manager: Awaited<ReturnType<typeof signInAsStaff>>
let store: PictureStore

before(async () => {
  api = await startTestApi()
  manager = await signInAsStaff(api, 'manager')
  store = createDatabasePictureStore(api.db)
})
after(() => api.drop())

const url = '/api/console/pictures'
const send = (bytes: Buffer, type = 'image/jpeg', cookie = manager.cookie) =>
  api.inject({ method: 'POST', url, headers: { cookie, 'content-type': type }, payload: bytes })
const stateOf = async (id: number) => (await manager.send('GET', `${url}/uploads/${id}`)).json()
const plain = (width: number, height: number, background = 'red') =>
  sharp({ create: { width, height, channels: 3, background } })
async function upload(bytes: Buffer) {
  const { id } = (await send(bytes)).json()
  while ((await renderNextUpload(api.db, store, log)) > 0);
  return stateOf(id)
}

test('each of the four formats becomes the six renditions that the shop shows, whatever the file is called', async () => {
  for (const [index, format] of (['jpeg', 'png', 'webp', 'avif'] as const).entries()) {
    const done = await upload(
      await plain(500 + index, 400)
        .toFormat(format)
        .toBuffer(),
    )
    assert.deepEqual([done.state, done.reason], ['done', null], format)
    for (const rendition of ['avif', 'webp'] as const) {
      for (const width of [240, 480, 960]) {
        const answer = await api.inject({ url: pictureUrl(done.pictureId, width, rendition) })
        assert.equal(answer.headers['content-type'], `image/${rendition}`)
        if (rendition === 'webp') assert.equal((await sharp(answer.rawPayload).metadata()).width, width)
      }
    }
  }
})

test('where a picture was taken and what else the camera wrote does not leave the shop; it stands upright', async () => {
  // The left half is red. Turned as the camera says (orientation 6), red is on top.
  const red = await plain(300, 600).png().toBuffer()
  const bytes = await plain(600, 600, 'blue')
    .composite([{ input: red, left: 0, top: 0 }])
    .jpeg()
    .withExif({ IFD0: { Copyright: 'GPS 23.8103N secret' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const { pictureId } = await upload(bytes)
  const { rawPayload } = await api.inject({ url: pictureUrl(pictureId, 480, 'webp') })
  const { exif, orientation } = await sharp(rawPayload).metadata()
  assert.deepEqual([exif, orientation], [undefined, undefined])
  const { data } = await sharp(rawPayload).raw().toBuffer({ resolveWithObject: true })
  const pixel = (x: number, y: number) => [...data.subarray((y * 480 + x) * 3, (y * 480 + x) * 3 + 3)]
  assert.ok((pixel(240, 100)[0] ?? 0) > 200 && (pixel(240, 400)[2] ?? 0) > 200, 'red above blue')
})

test('what hides behind a picture, like a page with a script, is not in what shoppers get', async () => {
  const polyglot = Buffer.concat([await plain(400, 400).jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>')])
  const { pictureId, state } = await upload(polyglot)
  assert.equal(state, 'done')
  for (const format of ['avif', 'webp'] as const) {
    const { rawPayload } = await api.inject({ url: pictureUrl(pictureId, 960, format) })
    assert.ok(!rawPayload.includes('script'))
  }
})

test('what is no picture is refused by its content, not by its name', async () => {
  const refused: [string, Buffer, string][] = [
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a page', Buffer.from('<html><img src=x onerror=alert(1)></html>'), 'not_a_picture'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500"/>'), 'not_a_picture'],
    ['a GIF', Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(50)]), 'not_a_picture'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'not_a_picture'],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)]), 'not_a_picture'],
    ['a beginning without an end', (await plain(400, 400).png().toBuffer()).subarray(0, 20), 'damaged'],
    ['a thumbnail', await plain(100, 400).png().toBuffer(), 'too_small'],
    ['a bomb', pngOf(30_000, 30_000), 'too_many_pixels'],
    ['41 megapixels', await plain(8_200, 5_000).png().toBuffer(), 'too_many_pixels'],
  ]
  for (const [name, bytes, reason] of refused) {
    const answer = await send(bytes)
    assert.deepEqual([answer.statusCode, answer.json().details?.reason], [422, reason], name)
  }
})

/** The header of a PNG of any size, with few bytes: what bursts whoever decodes it unseen. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    // The checksum is wrong: nobody may get as far as looking at it.
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const body = deflateSync(Buffer.alloc(1_000_000))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', body),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('a picture whose pixels turn out to be broken fails with its reason, and sent again is tried again', async () => {
  const whole = await sharp({
    create: {
      width: 700,
      height: 700,
      channels: 3,
      background: 'red',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  })
    .png()
    .toBuffer()
  const broken = whole.subarray(0, whole.length / 2)
  const failed = await upload(broken)
  assert.deepEqual([failed.state, failed.reason, failed.pictureId], ['failed', 'damaged', null])
  assert.equal((await send(broken)).json().state, 'waiting')
  while ((await renderNextUpload(api.db, store, log)) > 0);
})

test('the same picture sent twenty times at once, and rendered by three workers, is one picture', async () => {
  const bytes = await plain(640, 480, 'green').png().toBuffer()
  const answers = []
  // Four at once are received; whoever is turned away comes again.
  while (answers.length < 20) {
    const batch = await Promise.all(Array.from({ length: 5 }, () => send(bytes)))
    assert.ok(batch.some(({ statusCode }) => statusCode === 200))
    for (const answer of batch) {
      if (answer.statusCode === 200) answers.push(answer.json())
      else assert.equal(answer.json().code, 'TOO_BUSY')
    }
  }
  assert.equal(new Set(answers.map(({ id }) => id)).size, 1)
  await Promise.all([1, 2, 3].map(() => renderNextUpload(api.db, store, log)))
  const done = await stateOf(answers[0]?.id)
  const renditions = await api.db
    .selectFrom('pictureRenditions')
    .select('hash')
    .where('pictureId', '=', done.pictureId)
    .execute()
  assert.equal(renditions.length, 6)
})

test('a worker that died leaves its picture to the next; one that killed three is given up', async () => {
  const bytes = await plain(512, 512, 'purple').png().toBuffer()
  const { id } = (await send(bytes)).json()
  await sql`update picture_uploads set locked_until = shop_now() + interval '1 minute', attempts = 1 where id = ${id}`.execute(
    api.db,
  )
  assert.equal(await renderNextUpload(api.db, store, log), 0)
  await sql`update picture_uploads set locked_until = shop_now() - interval '1 second', attempts = 3 where id = ${id}`.execute(
    api.db,
  )
  assert.equal(await renderNextUpload(api.db, store, log), 1)
  assert.equal((await stateOf(id)).state, 'failed')
})

test('pictures that nothing shows go after two weeks, with their bytes; those in use stay', async () => {
  const used = await upload(await plain(501, 501, 'orange').png().toBuffer())
  const unused = await upload(await plain(502, 502, 'pink').png().toBuffer())
  const { variantId } = await addProduct(api.db)
  await api.db.updateTable('variants').set({ pictureId: used.pictureId }).where('id', '=', variantId).execute()
  const hashes = await api.db
    .selectFrom('pictureRenditions')
    .select('hash')
    .where('pictureId', '=', unused.pictureId)
    .execute()
  await sql`update pictures set created_at = shop_now() - interval '15 days' where id in (${used.pictureId}, ${unused.pictureId})`.execute(
    api.db,
  )
  await collectGarbage(api.db, store)
  assert.equal((await api.inject({ url: pictureUrl(unused.pictureId, 240, 'webp') })).statusCode, 404)
  assert.equal((await api.inject({ url: pictureUrl(used.pictureId, 240, 'webp') })).statusCode, 200)
  assert.notEqual(await store.read(String(hashes[0]?.hash)), null, 'bytes wait another day')
  await sql`update picture_garbage set since = shop_now() - interval '25 hours'`.execute(api.db)
  await Promise.all([collectGarbage(api.db, store), collectGarbage(api.db, store)])
  for (const { hash } of hashes) assert.equal(await store.read(hash), null)
  assert.equal(await store.read(String(hashes[0]?.hash)), null)
  assert.equal((await upload(await plain(502, 502, 'pink').png().toBuffer())).state, 'done')
})

test('bytes that are being removed are not counted on: the picture is rendered again afterwards', async () => {
  const bytes = await plain(503, 503, 'teal').png().toBuffer()
  const first = await upload(bytes)
  const [{ hash }] = (await api.db
    .selectFrom('pictureRenditions')
    .select('hash')
    .where('pictureId', '=', first.pictureId)
    .execute()) as [{ hash: string }]
  await sql`update pictures set created_at = shop_now() - interval '15 days' where id = ${first.pictureId}`.execute(
    api.db,
  )
  await collectGarbage(api.db, store)
  await sql`update picture_garbage set removing_until = shop_now() + interval '1 minute' where hash = ${hash}`.execute(
    api.db,
  )
  const { id } = (await send(bytes)).json()
  await assert.rejects(renderNextUpload(api.db, store, log), /being removed/)
  await sql`update picture_garbage set removing_until = shop_now() - interval '1 second'`.execute(api.db)
  await sql`update picture_uploads set locked_until = null where id = ${id}`.execute(api.db)
  await renderNextUpload(api.db, store, log)
  assert.equal((await stateOf(id)).state, 'done')
})

test('only whoever may edit the catalogue sends pictures, and nothing larger than ten megabytes', async () => {
  const bytes = await plain(300, 300).png().toBuffer()
  const viewer = await signInAsStaff(api, 'viewer')
  assert.equal((await send(bytes, 'image/png', viewer.cookie)).statusCode, 403)
  assert.equal((await send(bytes, 'image/png', '')).statusCode, 401)
  assert.equal((await send(Buffer.alloc(10 * 1024 * 1024 + 1))).statusCode, 413)
  assert.equal((await manager.send('GET', `${url}/uploads/999999`)).json().code, 'PICTURE_NOT_FOUND')
  assert.equal((await send(bytes, 'text/html')).statusCode, 200, 'the content decides, not what it is called')
})
