import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { defaultSettings, type ShopSettings } from '@dhakacart/contract/console-settings.schema.ts'
import { sql } from 'kysely'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import * as settings from './settings.service.ts'

const url = '/api/console/settings'

let api: TestApi
let owner: Awaited<ReturnType<typeof signInAsStaff>>
before(async () => {
  api = await startTestApi()
  owner = await signInAsStaff(api, 'owner')
})
after(() => api.drop())

const save = (version: number, changes: Partial<ShopSettings>) =>
  owner.send('PUT', url, { version, settings: { ...defaultSettings, ...changes } })
const currentVersion = async () => (await settings.readVersioned(api.db)).version

test('what nobody decided has the default of the code', async () => {
  const answer = (await owner.send('GET', url)).json()
  assert.deepEqual(answer, { version: 1, settings: defaultSettings, defaults: defaultSettings })
})

test('an edit holds at once, is written down with what changed, and repeated is the same edit', async () => {
  const version = await currentVersion()
  const first = await save(version, { codOpenOrdersPerPhone: 3, codConfirmationFromPaisa: null })
  assert.deepEqual([first.statusCode, first.json().version], [200, version + 1])
  const { codOpenOrdersPerPhone, codConfirmationFromPaisa } = await settings.read(api.db)
  assert.deepEqual([codOpenOrdersPerPhone, codConfirmationFromPaisa], [3, null])
  const again = await save(version, { codOpenOrdersPerPhone: 3, codConfirmationFromPaisa: null })
  assert.deepEqual(again.json(), first.json())
  const entries = await api.db.selectFrom('auditEntries').select(['staffId', 'detail']).execute()
  assert.deepEqual(entries, [
    {
      staffId: owner.id,
      detail: {
        changed: {
          codOpenOrdersPerPhone: { from: 5, to: 3 },
          codConfirmationFromPaisa: { from: 2_000_000, to: null },
        },
      },
    },
  ])
})

test('of ten different edits of one version made at once one holds, the others are told what is true now', async () => {
  const version = await currentVersion()
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) => save(version, { returnWindowDays: 20 + index })),
  )
  const held = answers.filter(({ statusCode }) => statusCode === 200)
  const refused = answers.filter(({ statusCode }) => statusCode === 409).map((answer) => answer.json())
  assert.deepEqual([held.length, refused.length], [1, 9])
  const returnWindowDays = held[0]?.json().settings.returnWindowDays
  for (const { code, details } of refused) {
    assert.deepEqual(
      [code, details.version, details.settings.returnWindowDays],
      ['VERSION_CONFLICT', version + 1, returnWindowDays],
    )
  }
})

test('what is beyond its limits, unknown or missing is refused and changes nothing', async () => {
  const version = await currentVersion()
  const before = await settings.read(api.db)
  const { returnWindowDays: _, ...incomplete } = defaultSettings
  const wrong = [
    { ...defaultSettings, codOpenOrdersPerPhone: 0 },
    { ...defaultSettings, codAdvancePercent: 101 },
    { ...defaultSettings, codConfirmationFromPaisa: -1 },
    { ...defaultSettings, codConfirmationMinutes: 10.5 },
    { ...defaultSettings, isAdmin: true },
    incomplete,
  ]
  for (const body of wrong) {
    const answer = await owner.send('PUT', url, { version, settings: body })
    assert.equal(answer.statusCode, 400, JSON.stringify(body))
  }
  assert.equal((await owner.send('PUT', url, { settings: defaultSettings })).statusCode, 400)
  assert.deepEqual([await currentVersion(), await settings.read(api.db)], [version, before])
})

test('only who may write settings changes them', async () => {
  const version = await currentVersion()
  const warehouse = await signInAsStaff(api, 'warehouse')
  assert.equal((await warehouse.send('GET', url)).statusCode, 200)
  const answer = await warehouse.send('PUT', url, { version, settings: defaultSettings })
  assert.deepEqual([answer.statusCode, answer.json().code], [403, 'PERMISSION_DENIED'])
})

test('a stored value that this release would refuse counts as not decided, an unknown key as not there', async () => {
  const stored = JSON.stringify({ codAdvancePercent: 500, returnWindowDays: 14, ofTheNextRelease: 1 })
  await sql`update shop_settings set chosen = ${stored}::jsonb`.execute(api.db)
  assert.deepEqual(await settings.read(api.db), { ...defaultSettings, returnWindowDays: 14 })
})
