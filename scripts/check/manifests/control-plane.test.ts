import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'

const folder = path.resolve(import.meta.dirname, '..', '..', '..', 'platform', 'kubernetes')
const read = (...names: string[]) => readFileSync(path.join(folder, ...names), 'utf8')
const seconds = (text: string) => Number(/=?(\d+)s$/.exec(text)?.[1])

const server = parse(read('k3s', 'server.yaml')) as Record<string, string[]> & { 'cluster-cidr': string }
const kubelet = parse(read('k3s', 'kubelet.conf')) as Record<string, string | number>
const argument = (of: string, name: string) => seconds(server[of]?.find((one) => one.startsWith(`${name}=`)) ?? '')

test('processes on k3s believe the pods’ network, no more and no less', () => {
  assert.equal(/^TRUSTED_PEERS=(.*)$/m.exec(read('overlays', 'k3s', 'configuration.env'))?.[1], server['cluster-cidr'])
})

test('a machine tells that it lives four times before it counts as gone, which is looked at as often', () => {
  const grace = argument('kube-controller-manager-arg', 'node-monitor-grace-period')
  // A lease is renewed at a quarter of its time.
  assert.ok(Number(kubelet.nodeLeaseDurationSeconds) / 4 <= grace / 4)
  assert.ok(seconds(String(kubelet.nodeStatusUpdateFrequency)) <= grace / 4)
  assert.ok(argument('kube-controller-manager-arg', 'node-monitor-period') <= grace / 4)
})

test('a machine that is shut down leaves pods the time that they are promised', () => {
  const { terminationGracePeriodSeconds } = parse(read('components', 'process', 'deployment.yaml')).spec.template.spec
  const critical = seconds(String(kubelet.shutdownGracePeriodCriticalPods))
  assert.ok(seconds(String(kubelet.shutdownGracePeriod)) - critical >= terminationGracePeriodSeconds)
})
