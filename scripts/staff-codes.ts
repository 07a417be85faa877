import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { PlainFailure, runCommand } from './command.ts'
import { describeDemoStaff } from './starter/demo-staff.ts'
import { demoStaffFile } from './starter/staff-secrets.ts'

/** npm run staff-codes: e-mail, password and the code of this half minute for every account to try the console with. */
async function staffCodes(): Promise<number> {
  const { values } = parseArgs({ options: { 'data-folder': { type: 'string' } } })
  const dataFolder = path.resolve(values['data-folder'] ?? path.join(import.meta.dirname, '..', '.dhakacart'))
  const lines = describeDemoStaff(demoStaffFile(dataFolder))
  if (lines === null) throw new PlainFailure('There are no accounts yet: npm start makes them.')
  process.stdout.write(`${lines.join('\n')}\n`)
  return 0
}

await runCommand(staffCodes)
