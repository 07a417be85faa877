import { PlainFailure } from '../command.ts'
import { readCommandLine } from '../command-line.ts'
import { clusterName } from './place.ts'

export const USAGE = `npm run cluster up|status|down [-- OPTIONS]
  up                     makes the cluster, or changes what is different from the files here
  status                 what runs in it
  down                   deletes it, its database included
  --fetch COMMAND        how an add-on's install manifest is fetched: run with its address, prints it (default: HTTPS)
  --delete ${clusterName}     the yes that down asks for
  --help`

export type ClusterOptions = {
  readonly verb: 'up' | 'status' | 'down'
  /** null: by HTTPS. */
  readonly fetchCommand: string | null
  /** The person named the cluster that is to be deleted. */
  readonly isDeletionMeant: boolean
}

const verbs = ['up', 'status', 'down'] as const

/** null when the person asked for help. Throws PlainFailure with what to give instead. */
export function readClusterOptions(args: readonly string[]): ClusterOptions | null {
  const options = { fetch: { type: 'string' }, delete: { type: 'string' }, help: { type: 'boolean' } } as const
  const { values, positionals } = readCommandLine({ args: [...args], options, allowPositionals: true }, USAGE)
  if (values.help === true) return null
  const verb = verbs.find((one) => one === positionals[0])
  if (verb === undefined || positionals.length !== 1) throw new PlainFailure(USAGE)
  if (values.delete !== undefined && values.delete !== clusterName) {
    throw new PlainFailure(`The cluster is called ${clusterName}, not ${values.delete}.`)
  }
  return { verb, fetchCommand: values.fetch ?? null, isDeletionMeant: values.delete !== undefined }
}
