import { PlainFailure } from '../command.ts'
import { readCommandLine } from '../command-line.ts'

export const USAGE = `npm run secrets rotate|forget
  rotate      replaces every own secret of the laptop's cluster while the shop serves
  forget      takes the old own keys out: what they signed or sealed is refused from then on
  --help`

const verbs = ['rotate', 'forget'] as const

export type SecretsVerb = (typeof verbs)[number]

/** null when the person asked for help. Throws PlainFailure with what to give instead. */
export function readSecretsVerb(args: readonly string[]): SecretsVerb | null {
  const options = { help: { type: 'boolean' } } as const
  const { values, positionals } = readCommandLine({ args: [...args], options, allowPositionals: true }, USAGE)
  if (values.help === true) return null
  const verb = verbs.find((one) => one === positionals[0])
  if (verb === undefined || positionals.length !== 1) throw new PlainFailure(USAGE)
  return verb
}
