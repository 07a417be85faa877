import { existsSync, readFileSync } from 'node:fs'
import { PlainFailure } from '../command.ts'
import { requireDocker } from '../images/build-images.ts'
import { isPortFree, whoListensOn } from '../processes/ports.ts'
import { runProgram } from '../processes/program.ts'
import { httpPort, httpsPort } from './place.ts'

/** Four nodes take 1.6 GiB, the add-ons 0.4, the shop with its database 1.6; the rest is for building. */
const LEAST_MEMORY_MIB = 5_000

/** Whether a cluster can be made here at all; one sentence when not. */
export async function requireMachine(): Promise<void> {
  await requireDocker()
  for (const [program, ...args] of [
    ['kind', 'version'],
    ['kubectl', 'version', '--client'],
    ['openssl', 'version'],
  ] as const) {
    const { code, stderr } = await runProgram(program, args)
    if (code !== 0) throw new PlainFailure(`${program} does not run: ${stderr.trim().split('\n')[0]}`)
  }
}

/** What a new cluster needs besides. */
export async function requireRoom(): Promise<void> {
  for (const port of [httpsPort, httpPort]) {
    if (await isPortFree(port)) continue
    throw new PlainFailure(
      `Port ${port} is taken by ${whoListensOn(port) ?? 'another process'}: the cluster's way in needs it; stop that one, then run the command again.`,
    )
  }
  const available = availableMemoryMib()
  if (available !== null && available < LEAST_MEMORY_MIB) {
    throw new PlainFailure(
      `${available} MiB of memory are free and the cluster needs ${LEAST_MEMORY_MIB}: end something, then run the command again.`,
    )
  }
}

function availableMemoryMib(): number | null {
  if (!existsSync('/proc/meminfo')) return null
  const kilobytes = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1]
  return kilobytes === undefined ? null : Math.floor(Number(kilobytes) / 1024)
}
