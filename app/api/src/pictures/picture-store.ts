export type StoredPicture = { contentType: string; bytes: Buffer }

/** Where picture bytes are kept, by the SHA-256 of the bytes. What is stored under a hash never changes. */
export type PictureStore = {
  /** null when nothing is stored under the hash. */
  read(hash: string): Promise<StoredPicture | null>
  /** Safe to repeat. */
  write(hash: string, picture: StoredPicture): Promise<void>
  /** Fine when nothing is stored under the hash. */
  remove(hash: string): Promise<void>
}

/** No rendition of ours comes near it; a larger answer is not a picture of ours. */
export const pictureBytesMax = 2 * 1024 * 1024
