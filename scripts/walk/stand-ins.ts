import type { Party } from '../check/manifests/network-table.ts'
import { apply, kubectl, read } from '../cluster/kubectl.ts'
import { namespace } from '../cluster/place.ts'
import { PlainFailure } from '../command.ts'

/** On whoever plays a party; by it they are found and taken away. */
export const STAND_IN_LABEL = 'dhakacart.example/stand-in'
const LIFE_S = 900

type Deployment = { spec: { template: { spec: { containers: { image: string }[] } } } }

/** The image that runs here already, with a Node in it. */
export async function imageWithNode(): Promise<string> {
  const api = (await read('deployment', 'api', namespace)) as Deployment | null
  const image = api?.spec.template.spec.containers[0]?.image
  if (image === undefined) throw new PlainFailure('The shop does not run in this cluster: npm run cluster up.')
  return image
}

/** What a pod runs that only has to be reached. */
export function listenOn(ports: readonly number[]): string {
  return `for (const port of ${JSON.stringify(ports)}) require('node:net').createServer((s) => s.end()).listen(port)`
}

/** A pod with the labels of a party, never ready, so that nobody is led to it; it listens on the party's ports and ends by itself. */
export async function standIn(party: Party): Promise<void> {
  const name = `stand-in-${party.name}`
  await apply(`play ${party.name}`, [
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: party.namespace, labels: { ...party.labels, [STAND_IN_LABEL]: 'true' } },
      spec: {
        restartPolicy: 'Never',
        activeDeadlineSeconds: LIFE_S,
        terminationGracePeriodSeconds: 0,
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [
          {
            name: 'stand-in',
            image: await imageWithNode(),
            args: ['-e', `${listenOn(party.ports)}; setInterval(() => {}, 1000)`],
            resources: { requests: { cpu: '1m', memory: '48Mi' }, limits: { memory: '96Mi' } },
            // Nobody listens there: never ready.
            readinessProbe: { tcpSocket: { port: 1 }, periodSeconds: 60 },
            securityContext: {
              readOnlyRootFilesystem: true,
              allowPrivilegeEscalation: false,
              capabilities: { drop: ['ALL'] },
            },
          },
        ],
      },
    },
  ])
}

export async function removeStandIns(): Promise<void> {
  await kubectl('take the stand-ins away', [
    ...['delete', 'pods', '--all-namespaces', '--selector', STAND_IN_LABEL],
    ...['--now', '--wait=false', '--ignore-not-found'],
  ])
}
