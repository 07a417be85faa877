import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RestartPolicy } from './restart-policy.ts'

test('the wait doubles from 0.2 s and ends at 5 s', () => {
  const policy = new RestartPolicy()
  const waits = Array.from({ length: 8 }, () => policy.afterDeath(20_000, 15_000).waitMs)
  assert.deepEqual(waits, [200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000])
})

test('half a healthy minute forgets earlier deaths', () => {
  const policy = new RestartPolicy()
  for (let death = 0; death < 6; death += 1) policy.afterDeath(1_000, null)
  assert.equal(policy.afterDeath(31_000, 30_000).waitMs, 200)
})

test('the fifth early death in a row is told, once; a longer life begins the count again', () => {
  const policy = new RestartPolicy()
  const told = Array.from({ length: 7 }, () => policy.afterDeath(1_000, null).isHopeless)
  assert.deepEqual(told, [false, false, false, false, true, false, false])
  policy.afterDeath(11_000, 10_500)
  const again = Array.from({ length: 5 }, () => policy.afterDeath(1_000, null).isHopeless)
  assert.deepEqual(again, [false, false, false, false, true])
})
