import type { Tx } from '../src/connect.ts'
import { batchesOf } from './batches.ts'
import type { SeedPicture } from './seed-input.ts'

/** Bytes go to the server as they are, so a batch of about 1 MB keeps both memories small. */
const picturesPerBatch = 20
const canvasPixels = 960

/** Writes pictures with their renditions into the picture store in PostgreSQL, telling `onProgress` how many are in. */
export async function seedPictures(
  tx: Tx,
  pictures: readonly SeedPicture[],
  onProgress: (done: number) => void,
): Promise<void> {
  let done = 0
  for (const batch of batchesOf(pictures, picturesPerBatch)) {
    const rows = batch.map(({ id }) => ({ id, width: canvasPixels, height: canvasPixels }))
    await tx.insertInto('pictures').values(rows).execute()
    const renditions = batch.flatMap(({ id, renditions }) =>
      renditions.map((rendition) => ({ pictureId: id, ...rendition })),
    )
    // Different drawings may give the same bytes, which are stored once.
    const contents = renditions.map(({ sha256, format, bytes }) => ({
      hash: sha256,
      contentType: `image/${format}`,
      bytes,
    }))
    const insertBytes = tx.insertInto('pictureBytes').values(contents)
    await insertBytes.onConflict((conflict) => conflict.column('hash').doNothing()).execute()
    const renditionRows = renditions.map(({ pictureId, format, width, sha256 }) => ({
      pictureId,
      format,
      width,
      hash: sha256,
    }))
    await tx.insertInto('pictureRenditions').values(renditionRows).execute()
    done += batch.length
    onProgress(done)
  }
}
