import { cpus, totalmem } from 'node:os'

/** Cores and memory of this machine; figures mean nothing without them. */
export function describeHardware(): string {
  return `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB`
}
