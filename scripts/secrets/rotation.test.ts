import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSecretKeys } from '../../app/api/src/secret-keys.ts'
import { forgetOldKeys, planRotation, usedRole } from './rotation.ts'
import { fingerprint, makeSecrets, type ShopSecrets, secretValue, toManifests } from './shop-secrets.ts'

const at = new Date('2026-11-28T04:00:00Z')
const providers = { SMS_API_KEY: 'old', SMTP_URL: 'smtps://a:b@mail.example:465' }
const first = makeSecrets(at, providers)
const keysOf = (secrets: ShopSecrets, name: string) => [
  ...readSecretKeys(secretValue(secrets, 'shop-keys', name)).keys(),
]
const passwordOf = (secrets: ShopSecrets, role: 'a' | 'b') => secretValue(secrets, `database-role-${role}`, 'password')
const urlOf = (secrets: ShopSecrets) => new URL(secretValue(secrets, 'database-shop', 'url'))

/** Every pair of states of a place between which processes of both run beside each other. */
function neighbours(secrets: ShopSecrets): [ShopSecrets, ShopSecrets][] {
  const states = [secrets, ...planRotation(secrets, at, null).map((phase) => phase.secrets)]
  return states.slice(1).map((state, index) => [states[index] as ShopSecrets, state])
}

for (const name of ['staff-secrets', 'waiting-room']) {
  test(`${name}: of two processes that run beside each other each accepts what the other signs`, () => {
    for (const [before, after] of neighbours(first)) {
      const [earlier, later] = [keysOf(before, name), keysOf(after, name)]
      assert.ok(earlier.includes(later[0] ?? '') && later.includes(earlier[0] ?? ''), `${earlier} | ${later}`)
    }
    const last = planRotation(first, at, null).at(-1)?.secrets as ShopSecrets
    assert.notEqual(keysOf(last, name)[0], keysOf(first, name)[0])
  })

  test(`${name}: rotated again and again, it holds as many keys as a process takes, the newest first`, () => {
    let secrets = first
    for (let turn = 0; turn < 8; turn++) secrets = planRotation(secrets, at, null).at(-1)?.secrets as ShopSecrets
    assert.equal(keysOf(secrets, name).length, 5)
    assert.deepEqual(keysOf(forgetOldKeys(secrets), name), [keysOf(secrets, name)[0]])
  })
}

test('the password that is used never changes while it is: the other role gets one, all change over, then the first one ends', () => {
  for (const [before, after] of neighbours(first)) {
    for (const { username, password } of [urlOf(before), urlOf(after)]) {
      const role = username === 'shop_app_a' ? 'a' : 'b'
      // The third step ends what nobody uses since the second is rolled out.
      if (urlOf(before).username === username) assert.equal(passwordOf(after, role), password)
      if (urlOf(after).username === username) assert.equal(passwordOf(after, role), password)
    }
  }
  const phases = planRotation(first, at, null)
  const last = phases.at(-1)?.secrets as ShopSecrets
  assert.deepEqual([usedRole(first), usedRole(last)], ['a', 'b'])
  assert.notEqual(passwordOf(last, 'a'), passwordOf(first, 'a'))
  assert.equal(usedRole(planRotation(last, at, null).at(-1)?.secrets as ShopSecrets), 'a')
})

test('what is used is accepted first: api knows the key and the database the password before anybody uses them', () => {
  const [accept, use] = planRotation(first, at, null)
  assert.deepEqual([accept?.restarts, accept?.awaitedRole], [['api'], 'b'])
  assert.deepEqual([use?.restarts, use?.awaitedRole], [['api', 'worker', 'cache', 'storefront'], null])
  assert.equal(accept?.secrets['database-shop']?.url, first['database-shop']?.url)
})

test('providers’ keys are those that are given, the others stay; one that nobody has is refused', () => {
  const [accept, use] = planRotation(first, at, { SMS_API_KEY: 'new' })
  assert.equal(accept?.secrets.providers?.SMS_API_KEY, 'old')
  assert.deepEqual(use?.secrets.providers, { ...providers, SMS_API_KEY: 'new' })
  assert.throws(() => planRotation(first, at, { SMS_KEY: 'new' }), /SMS_KEY is no key that this place has/)
})

test('a place whose secrets were not made is told so', () => {
  assert.throws(() => planRotation({}, at, null), /The secret database-shop has no url/)
})

test('the operator is told of a role’s new password by its label, and of nothing else', () => {
  const labelled = toManifests(first).filter(({ metadata }) => metadata.labels?.['cnpg.io/reload'] === 'true')
  assert.deepEqual(
    labelled.map(({ metadata, type }) => `${metadata.name} ${type}`),
    ['database-role-a kubernetes.io/basic-auth', 'database-role-b kubernetes.io/basic-auth'],
  )
})

test('a fingerprint names the content, whatever its order', () => {
  const turned = Object.fromEntries(Object.entries(first).toReversed())
  assert.equal(fingerprint(turned), fingerprint(first))
  assert.notEqual(fingerprint({ ...first, cache: { password: 'x' } }), fingerprint(first))
  const [, used, last] = planRotation(first, at, null)
  // So that a rotation that is done leaves nobody to be started anew.
  assert.equal(fingerprint(last?.secrets ?? {}), fingerprint(used?.secrets ?? first))
})
