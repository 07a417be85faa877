import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Manifest } from './manifest.ts'
import { MANIFEST_RULES } from './manifest-rules.ts'

const labels = { 'app.kubernetes.io/name': 'api' }
const metadata = { name: 'api', namespace: 'shop' }

const container = {
  name: 'process',
  image: 'dhakacart/api:1a2b3c4d5e',
  env: [{ name: 'DATABASE_URL_FILE', value: '/run/secrets/database/url' }],
  resources: { requests: { cpu: '100m', memory: '200Mi' }, limits: { memory: '512Mi' } },
  startupProbe: { httpGet: { path: '/livez' } },
  readinessProbe: { httpGet: { path: '/readyz' } },
  livenessProbe: { httpGet: { path: '/livez' } },
  lifecycle: { preStop: { sleep: { seconds: 5 } } },
  securityContext: {
    readOnlyRootFilesystem: true,
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
  },
}

const pod = {
  automountServiceAccountToken: false,
  terminationGracePeriodSeconds: 40,
  priorityClassName: 'shop-checkout',
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  topologySpreadConstraints: [
    { topologyKey: 'topology.kubernetes.io/zone' },
    { topologyKey: 'kubernetes.io/hostname' },
  ],
  containers: [container],
}

/** A deployment of two, with one thing changed in its pods or in their container. */
function deployment(change: { pod?: object; container?: object; spec?: object } = {}): Manifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: {
      strategy: { rollingUpdate: { maxUnavailable: 0 } },
      template: {
        metadata: { labels },
        spec: { ...pod, containers: [{ ...container, ...change.container }], ...change.pod },
      },
      ...change.spec,
    },
  }
}

const budget = {
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata,
  spec: { selector: { matchLabels: labels } },
}
const closed = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'nobody' },
  spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
}
const own = { ...closed, metadata, spec: { podSelector: { matchLabels: labels }, policyTypes: ['Ingress'] } }
const rest: Manifest[] = [budget, closed, own]

const findIn = (manifests: readonly Manifest[], place = 'k3s') =>
  MANIFEST_RULES.flatMap((rule) => rule(manifests, place))

test('a deployment with everything is let through', () => {
  assert.deepEqual(findIn([deployment(), ...rest]), [])
})

const withoutCpu = { resources: { requests: { memory: '1Mi' }, limits: { memory: '1Mi' } } }
const withoutLimit = { resources: { requests: { cpu: '1m', memory: '1Mi' } } }
const escalating = { securityContext: { ...container.securityContext, allowPrivilegeEscalation: true } }
const capable = { securityContext: { ...container.securityContext, capabilities: { drop: ['NET_RAW'] } } }
const writable = { securityContext: { ...container.securityContext, readOnlyRootFilesystem: false } }

for (const [title, change, sentence] of [
  ['no processor time requested', { container: withoutCpu }, /must request processor time/],
  ['no limit of memory', { container: withoutLimit }, /limit its memory/],
  ['a container that may gain privileges', { container: escalating }, /no way to gain one/],
  ['a capability kept', { container: capable }, /no capability/],
  ['a root file system that can be written', { container: writable }, /read-only root file system/],
  ['an image without a tag', { container: { image: 'registry:5001/dhakacart/api' } }, /one image for good/],
  ['latest', { container: { image: 'dhakacart/api:latest' } }, /one image for good, not dhakacart\/api:latest/],
  [
    'a password as a value',
    { container: { env: [{ name: 'PATHAO_PASSWORD', value: 'x' }] } },
    /PATHAO_PASSWORD in clear/,
  ],
  ['an address with a password', { container: { env: [{ name: 'X', value: 'postgres://a:b@c/d' }] } }, /X in clear/],
  ['a probe that is missing', { container: { startupProbe: undefined } }, /all three probes/],
  [
    'liveness that asks what readiness asks',
    { container: { livenessProbe: container.readinessProbe } },
    /killed for what others do/,
  ],
  [
    'the same without HTTP',
    {
      container: {
        readinessProbe: { tcpSocket: { port: 1 }, periodSeconds: 2 },
        livenessProbe: { tcpSocket: { port: 1 } },
      },
    },
    /killed for what others do/,
  ],
  ['no sleep before the end', { container: { lifecycle: {} } }, /must sleep before it stops/],
  ['too little time to stop', { pod: { terminationGracePeriodSeconds: 30 } }, /38 s to stop, not 30/],
  [
    'pods that may be root',
    { pod: { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } } },
    /must not run as root/,
  ],
  ['no seccomp profile', { pod: { securityContext: { runAsNonRoot: true } } }, /seccomp/],
  ['a token of the API server', { pod: { automountServiceAccountToken: undefined } }, /no token/],
  ['no priority', { pod: { priorityClassName: undefined } }, /priority class/],
  [
    'one zone is enough',
    { pod: { topologySpreadConstraints: [{ topologyKey: 'kubernetes.io/hostname' }] } },
    /spread over topology/,
  ],
  [
    'one host is enough',
    { pod: { topologySpreadConstraints: [{ topologyKey: 'topology.kubernetes.io/zone' }] } },
    /spread over kubernetes.io\/hostname/,
  ],
  [
    'a pod missing during a release',
    { spec: { strategy: { rollingUpdate: { maxUnavailable: '25%' } } } },
    /keep every old pod/,
  ],
] as const) {
  test(`refused: ${title}`, () => {
    const found = findIn([deployment(change), ...rest])
    assert.equal(found.length, 1, found.join('\n'))
    assert.match(found[0] ?? '', sentence)
    assert.match(found[0] ?? '', /^Deployment api /)
  })
}

test('refused: no disruption budget, no policy of its own, and an open network', () => {
  assert.match(findIn([deployment(), closed, own]).join(), /^Deployment api must have a disruption budget$/)
  assert.match(findIn([deployment(), budget, closed]).join(), /^Deployment api must have a network policy of its own$/)
  assert.match(findIn([deployment(), budget, own]).join(), /^NetworkPolicy: one must forbid everything/)
})

test('refused: secrets in Git, as they are or in a ConfigMap', () => {
  const secret: Manifest = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'keys' } }
  const map: Manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'api' }, data: { SMS_API_KEY: 'x' } }
  assert.match(findIn([secret, closed]).join(), /^Secret keys must not lie in Git$/)
  assert.match(findIn([map, closed]).join(), /^ConfigMap api must not hold SMS_API_KEY in clear$/)
})

for (const [title, manifest, word] of [
  ['the seed', { kind: 'Job', metadata: { name: 'seed' } }, 'seed'],
  ['the simulator by its name', { kind: 'Service', metadata: { name: 'simulator' } }, 'simulator'],
  ['the simulator by its image', { data: { image: 'localhost:5001/dhakacart/simulator:1' } }, 'localhost'],
  ['an address of the simulator', { data: { BKASH_BASE_URL: 'http://simulator:3003/bkash' } }, 'simulator'],
  ['a mailbox', { data: { path: '/en/mailbox' } }, 'mailbox'],
  ['demo staff', { spec: { args: ['app/api/src/staff/demo-staff.ts'] } }, 'demo-staff'],
  ['the key of demo staff', { data: { DEMO_STAFF_FILE: '/tmp/x' } }, 'DEMO_STAFF_FILE'],
  ['an address that brings the mailbox', { data: { PUBLIC_ORIGIN: 'https://shop.localhost:8443' } }, 'shop.localhost'],
] as const) {
  test(`refused outside of the local cluster: ${title}`, () => {
    const trial = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, ...manifest } as unknown as Manifest
    for (const place of ['k3s', 'aws']) {
      const found = findIn([trial, closed], place)
      assert.equal(found.length, 1, found.join('\n'))
      assert.match(found[0] ?? '', new RegExp(`must not mention ${word} in ${place}`))
    }
    assert.deepEqual(findIn([trial, closed], 'local'), [])
  })
}
