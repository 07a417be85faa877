import process from 'node:process'
import { PlainFailure, runCommand } from './command.ts'
import { readCommandLine } from './command-line.ts'
import { walkNetwork } from './walk/network-walk.ts'
import { walkRoles } from './walk/role-walk.ts'

const USAGE = `npm run walk [network|roles]
  network   tries every pair of platform/kubernetes/network.yaml in the laptop's cluster, and compares
  roles     asks it everything in platform/kubernetes/roles.yaml, and compares
  Both when neither is named. What it needs for that it takes away again.`

const WALKS = { network: walkNetwork, roles: walkRoles } as const

/** npm run walk: whether the laptop's cluster does as the tables say. Exits 1 on any difference. */
async function walk(): Promise<number> {
  const names = readNames()
  if (names === null) {
    process.stdout.write(`${USAGE}\n`)
    return 0
  }
  const differences: string[] = []
  for (const name of names) {
    const { tried, found } = await WALKS[name]()
    differences.push(...found)
    process.stdout.write(
      `${found.length === 0 ? '✓' : '✗'} ${name}: ${tried} tried, ${found.length} otherwise than the table\n`,
    )
    for (const one of found) process.stdout.write(`  ${one}\n`)
  }
  return differences.length === 0 ? 0 : 1
}

/** null when the person asked for help. */
function readNames(): (keyof typeof WALKS)[] | null {
  const options = { help: { type: 'boolean' } } as const
  const { values, positionals } = readCommandLine({ options, allowPositionals: true }, USAGE)
  if (values.help === true) return null
  const all = Object.keys(WALKS) as (keyof typeof WALKS)[]
  const unknown = positionals.find((one) => !all.some((name) => name === one))
  if (unknown !== undefined) throw new PlainFailure(`There is no walk ${unknown}.\n${USAGE}`)
  return positionals.length === 0 ? all : all.filter((name) => positionals.includes(name))
}

await runCommand(walk)
