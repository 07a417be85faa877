import { createHash } from 'node:crypto'
import type { PictureUpload } from '@dhakacart/contract/console-pictures.schema.ts'
import { pictureWidths } from '@dhakacart/contract/picture-url.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'
import * as audit from '../audit/audit.service.ts'
import { PictureNotFound, PictureRefused, TooBusy } from '../errors.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import { checkPicture, renderPicture, UnusablePicture } from './picture-content.ts'
import * as garbage from './picture-garbage.repository.ts'
import type { PictureStore } from './picture-store.ts'
import * as uploads from './picture-uploads.repository.ts'

/** Uploads that wait to be rendered, at most: 200 of 10 MB are 2 GB in the database. */
const waitingMax = 200
/** Longer than rendering the largest picture takes on a busy machine. */
const lockSeconds = 180
/** A picture that killed three workers is not tried a fourth time. */
const attemptsMax = 3
/** Days for which an uploaded picture may lie about unused: a product prepared this week is published next week. */
const unusedDays = 14
/** Hours before bytes that nothing names are removed: far longer than any rendering lasts. */
const graceHours = 24
const removalLockSeconds = 60
const atOnce = 50

/** Keeps a picture to be rendered. The same bytes return the same upload. Throws PICTURE_REFUSED, TOO_BUSY. */
export async function takeUpload(db: Db, staff: StaffIdentity, bytes: Buffer): Promise<PictureUpload> {
  try {
    await checkPicture(bytes)
  } catch (error) {
    if (error instanceof UnusablePicture) throw new PictureRefused({ cause: error, details: { reason: error.reason } })
    throw error
  }
  if ((await uploads.countWaiting(db)) >= waitingMax) throw new TooBusy()
  const contentHash = sha256(bytes)
  return inTransaction(db, async (tx) => {
    const upload = await uploads.insertUpload(tx, { contentHash, bytes, staffId: staff.id })
    const subject = `picture_upload:${upload.id}` as const
    await audit.record(tx, staff, { action: 'catalogue.picture_uploaded', subject, detail: { bytes: bytes.length } })
    return upload
  })
}

/** Throws PICTURE_NOT_FOUND. */
export async function getUpload(db: Db, id: number): Promise<PictureUpload> {
  const upload = await uploads.findUpload(db, id)
  if (upload === null) throw new PictureNotFound()
  return upload
}

/** Renders the oldest waiting upload; returns how many there were. A worker that dies leaves it to the next. */
export async function renderNextUpload(db: Db, store: PictureStore, log: Log): Promise<number> {
  const upload = await uploads.claimUpload(db, lockSeconds)
  if (upload === null) return 0
  if (upload.attempts > attemptsMax) {
    log.error({ uploadId: upload.id }, 'a picture was given up after several workers failed at it')
    await uploads.failUpload(db, upload.id, 'damaged')
    return 1
  }
  try {
    await renderUpload(db, store, upload)
  } catch (error) {
    if (!(error instanceof UnusablePicture)) throw error
    log.info({ uploadId: upload.id, reason: error.reason }, 'an uploaded picture cannot be read')
    await uploads.failUpload(db, upload.id, error.reason)
  }
  return 1
}

async function renderUpload(db: Db, store: PictureStore, upload: uploads.ClaimedUpload): Promise<void> {
  const rendered = (await renderPicture(upload.bytes)).map((each) => ({ ...each, hash: sha256(each.bytes) }))
  const hashes = rendered.map(({ hash }) => hash)
  // The bytes first, then the rows that name them: nobody is ever shown a picture that is not there.
  const isFree = await inTransaction(db, (tx) => uploads.announceBytes(tx, hashes))
  if (!isFree) throw new Error('bytes of this picture are being removed; it is rendered again later')
  for (const { hash, format, bytes } of rendered) await store.write(hash, { contentType: `image/${format}`, bytes })
  const renditions = rendered.map(({ format, width, hash }) => ({ format, width, hash }))
  const picture = { id: upload.id, pictureId: upload.contentHash, side: Math.max(...pictureWidths) }
  await inTransaction(db, (tx) => uploads.finishUpload(tx, picture, renditions))
}

/** Removes pictures that nobody uses and bytes that no picture names; returns how many. Safe to run anywhere, any number at once. */
export async function collectGarbage(db: Db, store: PictureStore): Promise<number> {
  const forgotten = await inTransaction(db, (tx) => garbage.forgetUnusedPictures(tx, unusedDays, atOnce))
  const hashes = await garbage.claimGarbage(db, graceHours, removalLockSeconds, atOnce)
  for (const hash of hashes) {
    await store.remove(hash)
    await garbage.forgetGarbage(db, hash)
  }
  return forgotten + hashes.length
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
