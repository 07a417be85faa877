import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { defaultSettings } from '@dhakacart/contract/console-settings.schema.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { createTestDatabase, type TestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { sql } from 'kysely'
import { runDueJobs } from '../jobs/jobs.service.ts'
import * as messages from '../messages/messages.repository.ts'
import { makeSendMessage, sendMessage } from '../messages/messages.service.ts'
import { codeTexts } from '../messages/templates.codes.ts'
import { sweepCodes } from './codes.jobs.ts'
import { maxCodesPerAddressHour, networkOf } from './codes.limits.ts'
import {
  type CodePurpose,
  checkCode,
  codePurposes,
  type IssueCode,
  issueCode,
  spendCode,
  tryCode,
} from './codes.service.ts'

const start = new Date('2026-11-23T10:00:00Z')
const log = createLog({ process: 'worker', release: 'test', level: 'silent' })
const handlers = { [sendMessage]: makeSendMessage(readPublicOrigin('http://localhost:3000')) }
const phone = '+8801712345678'

let database: TestDatabase
const context = () => ({ db: database.db, randomBytes })

before(async () => {
  database = await createTestDatabase()
  await useSimulatedClock(database.db, start)
})
after(() => database.drop())
beforeEach(async () => {
  for (const table of ['codes', 'codeCounts', 'jobs', 'messages'] as const)
    await database.db.deleteFrom(table).execute()
  await at(0)
})

const at = (seconds: number) => setClock(database.db, new Date(start.getTime() + seconds * 1_000))
const issue = (changes: Partial<IssueCode> = {}) =>
  issueCode(context(), { purpose: 'sign_in', phone, clientAddress: '203.0.113.7', language: 'en', ...changes })
const check = (code: string, changes: Partial<IssueCode> = {}) =>
  checkCode(context(), { purpose: 'sign_in', phone, code, ...changes })
const countIssued = async () => (await database.db.selectFrom('codes').select('id').execute()).length

/** Delivers what is promised and reads the newest code from its SMS. */
async function newestCode(): Promise<string> {
  await runDueJobs(context(), handlers, log, 100)
  const [message] = await messages.list(database.db, null, 1)
  return /\d{6}/.exec(message?.body ?? '')?.[0] ?? ''
}

const wrongFor = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
const refused = (retryAfterSeconds: number) => ({ code: 'TOO_MANY_CODES', statusCode: 429, retryAfterSeconds })

test('a code arrives by SMS, works once and is kept as a digest only', async () => {
  assert.deepEqual(await issue(), { expiresAt: '2026-11-23T10:10:00.000Z', resendAfterSeconds: 60 })
  const code = await newestCode()
  assert.match(code, /^\d{6}$/)
  const stored = JSON.stringify(await database.db.selectFrom('codes').selectAll().execute())
  assert.ok(!stored.includes(code) && !stored.includes('1712345678'))
  assert.deepEqual([await check(code), await check(code)], [true, false])
})

test('a code may be typed in Bangla digits and in groups', async () => {
  await issue()
  const code = await newestCode()
  const bangla = [...code].map((digit) => String.fromCodePoint(0x9e6 + Number(digit))).join('')
  assert.equal(await check(`${bangla.slice(0, 3)} ${bangla.slice(3)}`), true)
})

test('anything that is no code is just wrong', async () => {
  await issue()
  for (const code of ['', ' ', 'abcdef', '১', '٣'.repeat(6)]) assert.equal(await check(code), false)
})

test('a code opens only what it was sent for', async () => {
  await issue({ purpose: 'confirm_order', subject: 'order-1' })
  const code = await newestCode()
  const others: Partial<IssueCode>[] = [
    { purpose: 'sign_in' },
    { purpose: 'confirm_order', subject: 'order-2' },
    { purpose: 'confirm_order' },
    { purpose: 'confirm_order', subject: 'order-1', phone: '+8801712345679' },
  ]
  for (const other of others) assert.equal(await check(code, other), false)
  assert.equal(await check(code, { purpose: 'confirm_order', subject: 'order-1' }), true)
})

test('a code is used up together with the work it allows, or not at all', async () => {
  await issue()
  const code = await newestCode()
  const work = (hasFailed: boolean) =>
    inTransaction(database.db, async (tx) => {
      const id = await tryCode(database.db, { purpose: 'sign_in', phone, code })
      const isFirst = id !== null && (await spendCode(tx, id))
      if (hasFailed) throw new Error('the work failed')
      return isFirst
    })
  await assert.rejects(work(true), /the work failed/)
  assert.equal(await work(false), true)
  assert.equal(await work(false), false)
})

test('after ten minutes a code is dead', async () => {
  await issue()
  const code = await newestCode()
  await at(600)
  assert.equal(await check(code), false)
  await at(599)
  assert.equal(await check(code), true)
})

test('five wrong entries kill a code, also when all come at once', async () => {
  await issue()
  const code = await newestCode()
  const wrong = Array.from({ length: 20 }, () => check(wrongFor(code)))
  assert.ok((await Promise.all(wrong)).every((isRight) => !isRight))
  const { attempts } = await database.db.selectFrom('codes').select('attempts').executeTakeFirstOrThrow()
  assert.equal(attempts, 5)
  assert.equal(await check(code), false)
})

test('four wrong entries leave one more, and the right code entered five times at once works once', async () => {
  await issue()
  const code = await newestCode()
  for (let entry = 0; entry < 4; entry++) await check(wrongFor(code))
  assert.equal(await check(code), true)
  await at(60)
  await issue()
  const next = await newestCode()
  const answers = await Promise.all(Array.from({ length: 5 }, () => check(next)))
  assert.equal(answers.filter(Boolean).length, 1)
})

test('a newer code replaces the one before, whose tries do not come back', async () => {
  await issue()
  const first = await newestCode()
  await at(60)
  await issue()
  const second = await newestCode()
  assert.equal(await check(first), first === second)
  assert.equal(await check(second), true)
  assert.equal(await check(first), false)
})

test('the pause before the next code doubles, and after five an hour has to pass', async () => {
  await issue()
  await assert.rejects(issue(), refused(60))
  for (const [second, next] of [
    [60, 120],
    [180, 240],
    [420, 480],
    [900, 960],
  ] as const) {
    await at(second - 1)
    await assert.rejects(issue(), refused(1))
    await at(second)
    assert.equal((await issue()).resendAfterSeconds, next)
  }
  await at(1_900)
  await assert.rejects(issue(), refused(1_700))
  await assert.rejects(issue({ purpose: 'reset_password' }), refused(1_700))
  assert.equal(await countIssued(), 5)
})

test('another purpose need not wait for the pause', async () => {
  await issue()
  await issue({ purpose: 'confirm_order', subject: 'order-1' })
  assert.equal(await countIssued(), 2)
})

test('a phone gets ten codes a day, whoever asks', async () => {
  let issued = 0
  for (let hour = 0; hour < 13; hour++) {
    await at(hour * 3_600)
    issued += await issue({ clientAddress: `198.51.100.${hour}` }).then(
      () => 1,
      () => 0,
    )
  }
  assert.equal(issued, 10)
  // Midnight in UTC ends the day.
  await at(14 * 3_600)
  await issue()
})

test('asked twenty times at once, a phone gets one code and one SMS', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => issue()))
  assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1)
  const jobs = await database.db.selectFrom('jobs').select('id').execute()
  assert.deepEqual([await countIssued(), jobs.length], [1, 1])
})

test('five thousand shoppers behind one address all get their code and one more', async () => {
  await seedCount('address 203.0.113.7', 2 * 5_000 - 1)
  await issue()
  await assert.rejects(issue({ phone: '+8801712345679' }), refused(3_600))
  await issue({ phone: '+8801712345679', clientAddress: '203.0.113.8' })
  assert.ok(maxCodesPerAddressHour >= 10_000)
})

test('a sale with 100,000 buyers, two codes each and half of them one more, is within the limit of a day', () => {
  assert.ok(defaultSettings.codesPerDay >= 2.5 * 100_000)
})

test('the shop sends no more than the owner lets it in a day, and a refusal counts nowhere', async () => {
  const codesPerDay = 2_000
  await sql`update shop_settings set chosen = ${JSON.stringify({ codesPerDay })}::jsonb`.execute(database.db)
  await seedCount('all', codesPerDay - 1)
  await issue()
  await assert.rejects(issue({ phone: '+8801712345679' }), refused(14 * 3_600))
  assert.equal(await countIssued(), 1)
  await sql`update shop_settings set chosen = '{}'::jsonb`.execute(database.db)
  await issue({ phone: '+8801712345679' })
})

test('by default too there is an end to it', async () => {
  await seedCount('all', defaultSettings.codesPerDay)
  await assert.rejects(issue(), refused(14 * 3_600))
  assert.equal(await countIssued(), 0)
  const counts = await database.db.selectFrom('codeCounts').select('count').execute()
  assert.deepEqual(counts, [{ count: defaultSettings.codesPerDay }])
})

test('one subscriber holds a whole /64 of IPv6', () => {
  assert.equal(networkOf('203.0.113.7'), '203.0.113.7')
  assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64')
  assert.equal(networkOf('2001:db8::6'), '2001:db8:0:0::/64')
  assert.equal(networkOf('2001:db8:1::'), '2001:db8:1:0::/64')
  assert.equal(networkOf('::1'), '0:0:0:0::/64')
})

test('a silent code is answered and limited like any other, and nothing is sent', async () => {
  assert.deepEqual(await issue({ purpose: 'reset_password', isSilent: true }), {
    expiresAt: '2026-11-23T10:10:00.000Z',
    resendAfterSeconds: 60,
  })
  await assert.rejects(issue({ purpose: 'reset_password' }), refused(60))
  assert.deepEqual(await database.db.selectFrom('jobs').selectAll().execute(), [])
})

test('codes and counters of yesterday are deleted, those of today kept', async () => {
  await issue()
  await at(20 * 3_600)
  await issue()
  await at(26 * 3_600)
  // The code, and the counters of its phone, its address and everybody.
  assert.equal(await sweepCodes(context()), 4)
  assert.equal(await sweepCodes(context()), 0)
  assert.equal(await countIssued(), 1)
})

test('the SMS of a code is one segment in both languages', () => {
  for (const purpose of codePurposes satisfies readonly CodePurpose[]) {
    // 160 characters of the GSM alphabet, or 70 of UCS-2.
    assert.match(codeTexts.en[purpose]('123456'), /^[\x20-\x5a\x61-\x7a]{1,160}$/)
    assert.ok(codeTexts.bn[purpose]('123456').length <= 70, codeTexts.bn[purpose]('123456'))
  }
})

/** Says that the scope asked for this many codes in the window that is open. */
async function seedCount(scope: string, count: number): Promise<void> {
  const windowStart = scope === 'all' ? new Date('2026-11-23T00:00:00Z') : start
  const scopeHash = createHash('sha256').update(scope).digest()
  await database.db.insertInto('codeCounts').values({ scopeHash, windowStart, count }).execute()
}
