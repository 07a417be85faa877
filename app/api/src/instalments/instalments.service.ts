import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { Instalments, instalmentChoices, type OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import type { Db, DbOrTx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import Value from 'typebox/value'
import * as audit from '../audit/audit.service.ts'
import { badRequest, VersionConflict } from '../errors.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import * as repository from './instalments.repository.ts'

export type VersionedTerms = { terms: Instalments; version: number }

/** No bank, and so no instalments: what holds where this release cannot read what is stored. */
const noTerms: Instalments = { minPaisa: 0, plans: [] }

/** The terms as they are, with the version that an edit must name. */
export async function readVersioned(db: DbOrTx): Promise<VersionedTerms> {
  const { terms, version } = await repository.read(db)
  return { terms: Value.Check(Instalments, terms) ? terms : noTerms, version }
}

/** Whether a payment by this method may be spread over so many months; null: it is paid all at once, by any. */
export async function mayPayOver(
  db: DbOrTx,
  method: OnlineMethod,
  amountPaisa: number,
  months: number | null,
): Promise<boolean> {
  if (months === null) return true
  if (method !== 'sslcommerz') return false
  const { terms } = await readVersioned(db)
  return instalmentChoices(terms, amountPaisa).some((choice) => choice.months === months)
}

/** Half of the two seconds in which an edit must be seen belongs to the caches before us. */
const defaultMaxAgeMs = 500
/** How long a shopper waits for a slow database while there are older terms to show. */
const defaultPatienceMs = 300

/** What shoppers are shown; null where no bank offers instalments. And how long ago that was read. */
export type ShownTerms = { terms: Instalments | null; ageMs: number }

/**
 * What shoppers are shown, read at most twice a second however many ask. While the database is away or slow it is what was true
 * last; before anything was read it throws as the database does.
 */
export function createShownTerms(
  db: Db,
  { maxAgeMs = defaultMaxAgeMs, patienceMs = defaultPatienceMs } = {},
): () => Promise<ShownTerms> {
  let kept: { terms: Instalments; readAt: number } | null = null
  let reading: Promise<void> | null = null
  /** The database made somebody wait in vain: until it answers again nobody else waits. */
  let isLate = false

  async function renew(): Promise<void> {
    const readAt = performance.now()
    try {
      kept = { terms: (await readVersioned(db)).terms, readAt }
      isLate = false
    } finally {
      reading = null
    }
  }

  function renewOnce(): Promise<void> {
    reading ??= renew()
    return reading
  }

  async function renewInTime(): Promise<void> {
    // The query's own error is counted where it happens: a page that cannot say what instalments cost now still sells.
    const renewed = renewOnce().then(
      () => true,
      () => false,
    )
    if (isLate) return
    isLate = !(await Promise.race([renewed, sleep(patienceMs, false, { ref: false })]))
  }

  return async () => {
    if (kept === null) await renewOnce()
    else if (performance.now() - kept.readAt >= maxAgeMs) await renewInTime()
    const { terms, readAt } = kept as NonNullable<typeof kept>
    return { terms: terms.plans.length === 0 ? null : terms, ageMs: performance.now() - readAt }
  }
}

/**
 * Changes all terms together. Safe to repeat. Throws VERSION_CONFLICT when somebody changed them since that version, and BAD_REQUEST for
 * a bank that is named twice.
 */
export async function save(
  db: Db,
  staff: StaffIdentity,
  { version, terms: given }: VersionedTerms,
): Promise<VersionedTerms> {
  const terms = tidied(given)
  return inTransaction(db, async (tx) => {
    const before = await readVersioned(tx)
    if (await repository.write(tx, version, terms)) {
      const detail = { from: before.terms, to: terms }
      await audit.record(tx, staff, { action: 'settings.instalments_changed', subject: 'settings:instalments', detail })
      return readVersioned(tx)
    }
    const current = await readVersioned(tx)
    // The same edit arriving again after its answer was lost.
    const isRepeat = current.version === version + 1 && isDeepStrictEqual(current.terms, terms)
    if (!isRepeat) throw new VersionConflict({ details: current })
    return current
  })
}

/** Names without blanks around them, months in their order. */
function tidied({ minPaisa, plans }: Instalments): Instalments {
  const tidy = plans.map(({ bank, months, feeBasisPoints }) => ({
    bank: { en: bank.en.trim(), bn: bank.bn.trim() },
    months: months.toSorted((one, other) => one - other),
    feeBasisPoints,
  }))
  for (const language of ['en', 'bn'] as const) {
    const names = new Set(tidy.map(({ bank }) => bank[language].toLowerCase()))
    if (names.size < tidy.length) throw badRequest('A bank is named twice. Name each once, with all its months.')
  }
  return { minPaisa, plans: tidy }
}
