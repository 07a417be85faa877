import { createHash } from 'node:crypto'
import type { PlaceOrder } from '@dhakacart/contract/orders.schema.ts'
import { normalisePhone } from '@dhakacart/contract/phone.ts'
import { badRequest, PhoneInvalid } from '../errors.ts'

/** What the shopper asked for, tidied: spaces at the ends gone, one way to write a phone, empty notes absent. */
export type OrderRequest = PlaceOrder & { requestHash: Buffer }

/** Tidies a request and gives it its identity: two requests are the same exactly when their hashes are. */
export function readOrderRequest(body: PlaceOrder): OrderRequest {
  const phone = normalisePhone(body.customerPhone)
  if (phone === null) throw new PhoneInvalid()
  const request = {
    customerName: required(body.customerName, 3, 'name'),
    customerPhone: phone,
    customerEmail: body.customerEmail?.trim().toLowerCase() || null,
    upazilaId: body.upazilaId,
    streetAddress: required(body.streetAddress, 5, 'address'),
    deliveryNote: tidy(body.deliveryNote ?? '') || null,
    paymentMethod: body.paymentMethod,
    language: body.language,
    seen: {
      lines: body.seen.lines
        .map(({ variantId, quantity, unitPricePaisa }) => ({ variantId, quantity, unitPricePaisa }))
        .toSorted((a, b) => a.variantId - b.variantId),
      deliveryFeePaisa: body.seen.deliveryFeePaisa,
      // Left out when there is none: a request without a coupon keeps the identity it had before there were any.
      ...(body.seen.discountPaisa && { discountPaisa: body.seen.discountPaisa }),
    },
  }
  return { ...request, requestHash: createHash('sha256').update(JSON.stringify(request)).digest() }
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}

function required(text: string, minLength: number, what: string): string {
  const tidied = tidy(text)
  if (tidied.length < minLength) throw badRequest(`The ${what} is too short. Give at least ${minLength} characters.`)
  return tidied
}
