import { tryKubectl } from '../cluster/kubectl.ts'
import { PlainFailure } from '../command.ts'

export type Target = { readonly party: string; readonly address: string; readonly port: number }
type From = { readonly party: { readonly name: string }; readonly pod: string; readonly namespace: string }

/** Longer than a handshake that was sent again once. */
const PATIENCE_S = 3
const LIMIT_MS = 60_000
/** Images of others bring a shell and no Node. */
const WITH_SHELL = ['pooler', 'database', 'cache']

/** Reached is who accepts or refuses: a refusal came from there. */
const NODE_SCRIPT = `
const { connect } = require('node:net')
const targets = JSON.parse(process.argv[1])
const attempt = ([host, port]) => new Promise((resolve) => {
  const socket = connect({ host, port, timeout: ${PATIENCE_S * 1000} })
  const end = (isReached) => { socket.destroy(); resolve(isReached) }
  socket.once('connect', () => end(true))
  socket.once('timeout', () => end(false))
  socket.once('error', ({ code }) => end(code === 'ECONNREFUSED' || code === 'ECONNRESET'))
})
Promise.all(targets.map(attempt)).then((answers) => process.stdout.write(JSON.stringify(answers)))
`
const SHELL_SCRIPT = `
i=0
for target in "$@"; do
  (timeout ${PATIENCE_S} bash -c "exec 3<>/dev/tcp/$target" 2>/dev/null; [ $? -eq 124 ] && echo "$i false" || echo "$i true") &
  i=$((i + 1))
done
wait
`

/** Whether each target is reached from this pod, all tried at once. */
export async function tryFrom({ party, pod, namespace }: From, targets: readonly Target[]): Promise<boolean[]> {
  const isShell = WITH_SHELL.includes(party.name)
  const program = isShell
    ? ['bash', '-c', SHELL_SCRIPT, 'walk', ...targets.map(({ address, port }) => `${address}/${port}`)]
    : ['/usr/local/bin/node', '-e', NODE_SCRIPT, JSON.stringify(targets.map(({ address, port }) => [address, port]))]
  const { code, stdout, stderr } = await tryKubectl(['--namespace', namespace, 'exec', pod, '--', ...program], {
    limitMs: LIMIT_MS,
  })
  if (code !== 0)
    throw new PlainFailure(`Nothing can be tried from ${party.name} (${pod}): ${stderr.trim().split('\n').at(-1)}`)
  if (!isShell) return JSON.parse(stdout) as boolean[]
  const answers = new Map(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, string]),
  )
  return targets.map((_, index) => answers.get(String(index)) === 'true')
}
