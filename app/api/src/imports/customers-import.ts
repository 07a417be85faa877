import { normalisePhone } from '@dhakacart/contract/phone.ts'
import type { DbOrTx } from '@dhakacart/database/connect.ts'
import type { KindOfImport } from './import-kinds.ts'
import * as history from './imported-history.repository.ts'
import type { JudgedRow } from './imports.repository.ts'
import { createRowReader, judge, type NamedRow } from './row-values.ts'

/**
 * People of the old shop, by their number there. Each signs in by a code to the phone; passwords and unconfirmed e-mail
 * addresses are not taken over. Whoever has an account already keeps what it says.
 */
export const customersImport: KindOfImport = {
  requiredColumns: ['legacy_id', 'phone'],
  groupColumn: 'legacy_id',
  uniqueColumn: 'legacy_id',
  async check(db, groups) {
    return judgeAll(db, groups.flat(), null)
  },
  async apply(tx, work, groups) {
    return judgeAll(tx, groups.flat(), async (people) => history.addCustomers(tx, work.id, people))
  },
}

type Person = history.ImportedPerson

async function judgeAll(
  db: DbOrTx,
  rows: readonly NamedRow[],
  add: ((people: Person[]) => Promise<void>) | null,
): Promise<JudgedRow[]> {
  const read = rows.map(readPerson)
  const wanted = read.flatMap(({ person }) => person ?? [])
  const known = await history.findImportedCustomers(
    db,
    wanted.map(({ legacyId }) => legacyId),
  )
  const phones = await history.findCustomersByPhone(
    db,
    wanted.map(({ phone }) => phone),
  )
  const judged = read.flatMap(({ line, person, problems }) => {
    const isKnown = person !== null && known.has(person.legacyId)
    const isThere = person !== null && phones.has(person.phone)
    return judge([{ line, problems }], isKnown ? 'unchanged' : isThere ? 'changed' : 'created')
  })
  const fresh = wanted.filter(({ legacyId }) => !known.has(legacyId))
  if (add !== null && fresh.length > 0) await add(fresh)
  return judged
}

/** As long as an account's own. */
const nameMax = 100

function readPerson(row: NamedRow): { line: number; person: Person | null; problems: JudgedRow['problems'] } {
  const reader = createRowReader(row)
  const legacyId = reader.key('legacy_id')
  const phoneText = reader.key('phone')
  const phone = phoneText === undefined ? null : normalisePhone(phoneText)
  const name = reader.filled('name')?.trim() ?? null
  const language = reader.key('language')?.toLowerCase() ?? 'bn'
  if (legacyId === undefined) reader.refuse('legacy_id', 'missing')
  if (row.repeatedInLine !== null) reader.refuse('legacy_id', 'repeated', String(row.repeatedInLine))
  if (phoneText === undefined) reader.refuse('phone', 'missing')
  // What was typed is not repeated: a problem is read by people who may not see numbers.
  else if (phone === null) reader.refuse('phone', 'not_a_phone')
  if (name !== null && name.length > nameMax) reader.refuse('name', 'wrong_form')
  if (language !== 'en' && language !== 'bn') reader.refuse('language', 'language_unknown', language)
  const isUsable = reader.problems.length === 0 && legacyId !== undefined && phone !== null
  const person = isUsable ? { legacyId, phone, name, language } : null
  return { line: row.line, person, problems: reader.problems }
}
