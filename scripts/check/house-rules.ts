import { fileLength, gaplessMigrations, lockFileWithoutHosts, namedFiles, nothingUnfinished } from './house-layout.ts'
import { importDirections } from './import-directions.ts'
import { oneClock } from './one-clock.ts'
import { poolerSafeSql } from './pooler-safe-sql.ts'
import type { HouseRule } from './source-file.ts'
import { textsApart } from './texts-apart.ts'

/** The rules of the house that no ready-made tool knows. Each has samples that it must refuse. */
export const HOUSE_RULES: readonly HouseRule[] = [
  importDirections,
  poolerSafeSql,
  oneClock,
  fileLength,
  namedFiles,
  nothingUnfinished,
  lockFileWithoutHosts,
  gaplessMigrations,
  textsApart,
]
