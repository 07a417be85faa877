import { mkdirSync } from 'node:fs'
import { PlainFailure } from '../command.ts'

/** Makes the folder; what already lies in it stays. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw explainFileError(error, folder)
  }
}

/** The sentence for a folder of ours that cannot be used; other errors come back as they are. */
export function explainFileError(error: unknown, folder: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EACCES' || code === 'EPERM') {
    return new PlainFailure(`The data folder ${folder} belongs to another user: start as that user, or take it over.`)
  }
  if (code === 'EROFS') return new PlainFailure(`The data folder ${folder} lies on a read-only disk.`)
  if (hasNoRoom(error)) return new PlainFailure(`The disk is full: ${folder} cannot be written; free some space.`)
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new PlainFailure(`The data folder ${folder} cannot be made: a file has its name or that of a folder above.`)
  }
  return error
}

/** Whether the disk, or what this user may have of it, is full. */
export function hasNoRoom(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')
}
