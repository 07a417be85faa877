import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { sql } from 'kysely'
import { type Browser, createBrowser, newPhone, type SignedInBrowser, signInByCode } from '../testing/customer.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const start = new Date('2026-11-23T10:00:00Z')
const password = 'mango tree by the river'
let api: TestApi

before(async () => {
  api = await startTestApi()
  await useSimulatedClock(api.db, start)
})
after(() => api.drop())

async function withPassword(): Promise<SignedInBrowser> {
  const owner = await signInByCode(api)
  const set = await owner.send('PUT', '/api/account/password', { currentPassword: null, newPassword: password })
  assert.equal(set.statusCode, 200)
  return owner
}

const signIn = (browser: Browser, login: string, given: string, address = '203.0.113.7') =>
  browser.send('POST', '/api/account/sign-in/password', { login, password: given }, { 'x-forwarded-for': address })

test('nobody learns from answers whether a number has an account', async () => {
  const owner = await withPassword()
  const answers = async (phone: string) => {
    const stranger = createBrowser(api)
    const code = await stranger.send('POST', '/api/account/codes', { phone, language: 'en' })
    const wrongCode = await stranger.send('POST', '/api/account/sign-in/code', {
      phone,
      code: '000000',
      language: 'en',
    })
    const wrongPassword = await signIn(stranger, phone, 'not this one')
    return [code, wrongCode, wrongPassword].map((answer) => {
      const { requestId: _, ...body } = answer.json()
      const headers = Object.fromEntries(
        Object.entries(answer.headers).filter(([name]) => !['x-request-id', 'date'].includes(name)),
      )
      return { status: answer.statusCode, body, headers }
    })
  }
  // Codes asked for within the hour make the pause to the next longer, whoever asked.
  await setClock(api.db, new Date(start.getTime() + 61 * 60_000))
  assert.deepEqual(await answers(owner.phone), await answers(newPhone()))
  const refused = await signIn(createBrowser(api), 'nobody@mail.example', 'not this one')
  assert.deepEqual([refused.statusCode, refused.json().code], [422, 'SIGN_IN_WRONG'])
  await setClock(api.db, start)
})

test('a password takes as long to refuse for nobody as for somebody', async () => {
  const owner = await withPassword()
  const nobody = newPhone()
  const fastestMs = { somebody: Number.POSITIVE_INFINITY, nobody: Number.POSITIVE_INFINITY }
  // In turn, so that a busy machine slows both.
  for (let time = 0; time < 8; time++) {
    for (const [who, login] of [
      ['somebody', owner.phone],
      ['nobody', nobody],
    ] as const) {
      const startedAt = performance.now()
      await signIn(createBrowser(api), login, 'not this one', '203.0.113.8')
      fastestMs[who] = Math.min(fastestMs[who], performance.now() - startedAt)
    }
  }
  // The hash is nearly all of it; leaving it out would make an answer several times as fast.
  const ratio = fastestMs.nobody / fastestMs.somebody
  assert.ok(ratio > 0.5 && ratio < 2, JSON.stringify(fastestMs))
})

test('ten wrong passwords an hour lock strangers out, a hundred at once too, but not the owner', async () => {
  const owner = await withPassword()
  const attack = await Promise.all(
    Array.from({ length: 30 }, (_, index) => signIn(createBrowser(api), owner.phone, `guess ${index}`)),
  )
  const codes = attack.map((answer) => answer.json().code)
  assert.equal(codes.filter((code) => code === 'SIGN_IN_WRONG').length, 10)
  assert.equal(codes.filter((code) => code === 'TOO_MANY_SIGN_INS').length, 20)
  const late = await signIn(createBrowser(api), owner.phone, password)
  assert.deepEqual([late.statusCode, late.json().code], [429, 'TOO_MANY_SIGN_INS'])
  assert.ok(Number(late.headers['retry-after']) > 0)

  // The browser that signed in before, after signing out, and any browser with a code.
  await owner.send('POST', '/api/account/sign-out', {})
  assert.equal((await signIn(owner, owner.phone, 'mistyped')).json().code, 'SIGN_IN_WRONG')
  assert.equal((await signIn(owner, owner.phone, password)).statusCode, 200)
  await setClock(api.db, new Date(start.getTime() + 10 * 60_000))
  assert.equal((await signInByCode(api, owner.phone)).account.phone, owner.phone)
  await setClock(api.db, new Date(start.getTime() + 70 * 60_000))
  assert.equal((await signIn(createBrowser(api), owner.phone, password)).statusCode, 200, 'an hour later it is over')
})

test('a number without an account is limited in the same way', async () => {
  const phone = newPhone()
  const codes: string[] = []
  for (let time = 0; time < 11; time++) codes.push((await signIn(createBrowser(api), phone, 'x')).json().code)
  assert.deepEqual([codes[9], codes[10]], ['SIGN_IN_WRONG', 'TOO_MANY_SIGN_INS'])
})

test('right passwords are not counted', async () => {
  const owner = await withPassword()
  for (let time = 0; time < 12; time++) {
    assert.equal((await signIn(createBrowser(api), owner.phone, password)).statusCode, 200)
  }
})

test('five thousand shoppers behind one address, each mistyping twice, leave it open; ten thousand wrong ones close it', async () => {
  const address = '203.0.113.99'
  const owner = await withPassword()
  const other = await withPassword()
  // What 5,000 shoppers with two wrong passwords each leave behind, but one.
  await signIn(createBrowser(api), newPhone(), 'x', address)
  const { rows } = await sql<{ scopeHash: Buffer }>`
    select scope_hash from sign_in_tries where scope_hash = sha256(convert_to(${`address ${address}`}, 'UTF8'))`.execute(
    api.db,
  )
  assert.equal(rows.length, 1)
  await api.db
    .updateTable('signInTries')
    .set({ count: 9_999 })
    .where('scopeHash', '=', rows[0]?.scopeHash as Buffer)
    .execute()
  assert.equal((await signIn(createBrowser(api), owner.phone, password, address)).statusCode, 200)
  await signIn(createBrowser(api), newPhone(), 'x', address)
  assert.equal((await signIn(createBrowser(api), owner.phone, password, address)).json().code, 'TOO_MANY_SIGN_INS')
  assert.equal((await signIn(createBrowser(api), other.phone, password, '203.0.113.100')).statusCode, 200)
  await owner.send('POST', '/api/account/sign-out', {})
  assert.equal(
    (await signIn(owner, owner.phone, password, address)).statusCode,
    200,
    'a known browser is not held by it',
  )
})

test('five thousand shoppers behind one address can ask for codes within the hour', async () => {
  const address = '198.51.100.5'
  const ask = (phone: string) =>
    api.inject({
      method: 'POST',
      url: '/api/account/codes',
      payload: { phone, language: 'bn' },
      headers: { 'x-forwarded-for': address },
    })
  await ask(newPhone())
  await sql`
    update code_counts set count = 4999
    where scope_hash = sha256(convert_to(${`address ${address}`}, 'UTF8'))`.execute(api.db)
  assert.equal((await ask(newPhone())).statusCode, 200)
})

test('a page of another site signs nobody in', async () => {
  const answer = await createBrowser(api).send(
    'POST',
    '/api/account/sign-in/password',
    { login: newPhone(), password },
    { origin: 'https://evil.example' },
  )
  assert.deepEqual([answer.statusCode, answer.json().code], [403, 'FOREIGN_ORIGIN'])
})

test('counters of past hours and sessions that are over are swept away', async () => {
  const { sweepAccounts } = await import('./accounts.jobs.ts')
  const { randomBytes } = await import('node:crypto')
  await setClock(api.db, new Date(start.getTime() + 40 * 24 * 60 * 60_000))
  await sweepAccounts({ db: api.db, randomBytes })
  assert.deepEqual(await api.db.selectFrom('signInTries').select('count').execute(), [])
  assert.deepEqual(await api.db.selectFrom('customerSessions').select('id').execute(), [])
})
