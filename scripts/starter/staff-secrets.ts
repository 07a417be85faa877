import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { explainFileError, makeFolder } from '../processes/data-folder.ts'

/** The file with the key that seals what staff sign in with. */
export function makeStaffSecretsFile(dataFolder: string): string {
  return makeKeyFile(dataFolder, 'staff-secrets-key')
}

/** The file with the key that signs tickets and passes of waiting rooms. */
export function makeWaitingRoomKeyFile(dataFolder: string): string {
  return makeKeyFile(dataFolder, 'waiting-room-key')
}

/** A key of 32 random bytes, made at the first start; nobody but this user reads it. */
function makeKeyFile(dataFolder: string, name: string): string {
  const file = path.join(dataFolder, name)
  makeFolder(dataFolder)
  try {
    writeFileSync(file, `laptop:${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST'
    if (!isThere) throw explainFileError(error, dataFolder)
  }
  return file
}

/** Where the accounts to try the console with are kept. */
export function demoStaffFile(dataFolder: string): string {
  return path.join(dataFolder, 'demo-staff.json')
}
