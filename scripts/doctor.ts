import process from 'node:process'
import { PlainFailure, runCommand } from './command.ts'
import type { Finding } from './doctor/findings.ts'
import { examineDisk, examineMemory, examineOpenFiles, examinePort } from './doctor/machine.ts'
import {
  examineChromium,
  examineDocker,
  examineGit,
  examineKustomize,
  examineNode,
  examineNpm,
  examinePostgres,
} from './doctor/programs.ts'
import { readShopOptions } from './starter/options.ts'

const MARKS: Readonly<Record<Finding['state'], string>> = { ok: 'ok     ', missing: 'MISSING', advice: 'advice ' }

/** npm run doctor: says what is missing and how to get it; exit code 1 when npm start cannot work. */
async function examine(): Promise<number> {
  const options = readShopOptions(process.argv.slice(2))
  if (options === null) throw new PlainFailure('npm run doctor takes the options of npm start, such as -- --port 3100.')
  const findings = [
    examineNode(),
    examineNpm(),
    examinePostgres(options.dataFolder),
    await examinePort(options.port, options.dataFolder),
    examineDisk(options.dataFolder),
    examineMemory(),
    examineOpenFiles(),
    examineGit(),
    examineChromium(),
    examineKustomize(),
    examineDocker(),
  ]
  for (const { state, subject, detail } of findings) {
    process.stdout.write(`${MARKS[state]}  ${subject.padEnd(12)} ${detail}\n`)
  }
  const isStartable = findings.every(({ state }) => state !== 'missing')
  process.stdout.write(isStartable ? 'npm start can work.\n' : 'npm start cannot work yet.\n')
  return isStartable ? 0 : 1
}

await runCommand(examine)
