import Type, { type Static } from 'typebox'
import { defineStaffRoute } from './route.ts'
import { errorResponses, nullable, Paisa, strict } from './shapes.ts'

/** Everything the owner decides without a deploy, with its limits. Money is what a whole order comes to, delivery included. */
export const ShopSettings = strict({
  /** Cash on delivery from this amount is confirmed by a code to the order's phone; null: never. */
  codConfirmationFromPaisa: nullable(Paisa),
  /** How long such an order holds its stock while it waits for the code. A code itself lasts ten minutes. */
  codConfirmationMinutes: Type.Integer({ minimum: 10, maximum: 1_440 }),
  /** Orders to be paid on delivery that one phone may have on their way at once. */
  codOpenOrdersPerPhone: Type.Integer({ minimum: 1, maximum: 100 }),
  /** Cash on delivery from this amount needs an advance from everybody; null: from nobody. */
  codAdvanceFromPaisa: nullable(Paisa),
  /** The part of the order that is paid in advance, rounded up to whole taka. The law wants escrow above ten percent. */
  codAdvancePercent: Type.Integer({ minimum: 1, maximum: 100 }),
  /** A phone that refused this many parcels pays an advance. */
  codRefusedParcelsForAdvance: Type.Integer({ minimum: 1, maximum: 20 }),
  /** Days after delivery in which the shopper may ask to return something; 0: not at all. */
  returnWindowDays: Type.Integer({ minimum: 0, maximum: 90 }),
  /** Codes by SMS that the whole shop sends in a day, whatever for: what an attacker with many numbers can make it pay. */
  codesPerDay: Type.Integer({ minimum: 1_000, maximum: 2_000_000 }),
})
export type ShopSettings = Static<typeof ShopSettings>

/**
 * The busiest day there is, a sale with 100,000 buyers: each signs in with a code and confirms an order with another, and every
 * second one asks for one once more. Where an SMS costs ৳0.35, nobody can make the shop pay more than ৳87,500 in a day by it.
 */
const defaultCodesPerDay = 250_000

/** What holds until the owner decides otherwise. */
export const defaultSettings: ShopSettings = {
  // Shops here ask for more than a promise from about ৳20,000 upward.
  codConfirmationFromPaisa: 2_000_000,
  codConfirmationMinutes: 30,
  codOpenOrdersPerPhone: 5,
  codAdvanceFromPaisa: null,
  codAdvancePercent: 10,
  codRefusedParcelsForAdvance: 2,
  returnWindowDays: 7,
  codesPerDay: defaultCodesPerDay,
}

/** The settings and the version an edit of them names. */
const VersionedSettings = Type.Object({
  version: Type.Integer(),
  settings: ShopSettings,
  defaults: ShopSettings,
})

const tags = ['console-settings']

export const getSettings = defineStaffRoute({
  permission: 'overview.read',
  method: 'GET',
  url: '/api/console/settings',
  schema: {
    summary: 'What the owner decided without a deploy',
    tags,
    response: { 200: VersionedSettings, ...errorResponses },
  },
})

export const saveSettings = defineStaffRoute({
  permission: 'settings.write',
  method: 'PUT',
  url: '/api/console/settings',
  schema: {
    summary: 'Changes all settings together',
    tags,
    body: strict({ version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }), settings: ShopSettings }),
    response: { 200: VersionedSettings, ...errorResponses },
  },
})
