import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { explainFileError, makeFolder } from '../processes/data-folder.ts'

/** The file with the key that seals what staff sign in with, made at the first start; nobody but this user reads it. */
export function makeStaffSecretsFile(dataFolder: string): string {
  const file = path.join(dataFolder, 'staff-secrets-key')
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
