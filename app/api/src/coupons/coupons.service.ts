import { isDeepStrictEqual } from 'node:util'
import { type ConsoleCoupon, CouponFields } from '@dhakacart/contract/coupons.schema.ts'
import type { Db, DbOrTx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import { badRequest, CouponTaken, CouponUnknown, VersionConflict } from '../errors.ts'
import { nextIdCursor, readIdCursor } from '../id-cursor.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import * as coupons from './coupons.repository.ts'

export const findByCodes = coupons.findByCodes
export const lockByCodes = coupons.lockByCodes
export const countUses = coupons.countUses
export const insertClaims = coupons.insertClaims
export const giveBack = coupons.giveBack
export const claimAgain = coupons.claimAgain
export const forgetPhones = coupons.forgetPhones

const defaultLimit = 50

export async function list(
  db: Db,
  { code = '', after, limit = defaultLimit }: { code?: string; after?: string; limit?: number },
): Promise<{ coupons: ConsoleCoupon[]; nextCursor: string | null }> {
  const found = await coupons.list(db, code.toUpperCase(), readIdCursor(after), limit)
  return {
    coupons: found,
    nextCursor: nextIdCursor(found, limit),
  }
}

/** Throws COUPON_UNKNOWN. */
export async function read(db: DbOrTx, id: number): Promise<ConsoleCoupon> {
  const coupon = await coupons.read(db, id)
  if (coupon === null) throw new CouponUnknown()
  return coupon
}

/** Makes a coupon. The same again returns it; another of its code is refused with COUPON_TAKEN. */
export async function create(db: Db, staff: StaffIdentity, fields: CouponFields): Promise<ConsoleCoupon> {
  checkFields(fields)
  return inTransaction(db, async (tx) => {
    const id = await coupons.insert(tx, fields)
    if (id === null) {
      const found = await coupons.readByCode(tx, fields.code)
      if (found === null || !isSame(found, fields)) throw new CouponTaken()
      return found
    }
    await audit.record(tx, staff, { action: 'coupons.created', subject: `coupon:${id}`, detail: { ...fields } })
    return read(tx, id)
  })
}

/** Changes a coupon. Safe to repeat. Throws COUPON_UNKNOWN, VERSION_CONFLICT. Orders placed with it keep what they got. */
export async function update(
  db: Db,
  staff: StaffIdentity,
  { id, version, fields }: { id: number; version: number; fields: CouponFields },
): Promise<ConsoleCoupon> {
  checkFields(fields)
  return inTransaction(db, async (tx) => {
    const isChanged = await coupons.update(tx, id, version, fields)
    const found = await read(tx, id)
    if (found.code !== fields.code) throw badRequest('The code of a coupon stays. Make another coupon.')
    if (isChanged) {
      await audit.record(tx, staff, { action: 'coupons.changed', subject: `coupon:${id}`, detail: { ...fields } })
      return found
    }
    if (found.version !== version + 1 || !isSame(found, fields)) throw new VersionConflict({ details: found })
    return found
  })
}

function isSame(found: ConsoleCoupon, fields: CouponFields): boolean {
  const instants = (each: CouponFields) => ({
    ...each,
    startsAt: Date.parse(each.startsAt),
    endsAt: Date.parse(each.endsAt),
  })
  const kept = Object.fromEntries(
    Object.keys(CouponFields.properties).map((key) => [key, found[key as keyof CouponFields]]),
  ) as CouponFields
  return isDeepStrictEqual(instants(kept), instants(fields))
}

function checkFields({ percent, amountPaisa, mostPaisa, startsAt, endsAt }: CouponFields): void {
  if ((percent === null) === (amountPaisa === null)) throw badRequest('Give either a percentage or an amount.')
  if (mostPaisa !== null && percent === null) throw badRequest('Only a percentage has a most that it takes off.')
  const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)]
  if (Number.isNaN(start) || Number.isNaN(end)) throw badRequest('This time does not exist.')
  if (end <= start) throw badRequest('The coupon ends before it starts. Give a later end.')
}

/** What a shopper typed as codes are kept: capitals, no spaces; null when it cannot be one. */
export function readCode(text: string): string | null {
  const code = text.trim().toUpperCase().replace(/\s+/g, '')
  return /^[A-Z0-9][A-Z0-9-]{2,19}$/.test(code) ? code : null
}
