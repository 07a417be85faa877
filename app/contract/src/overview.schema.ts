import Type, { type Static } from 'typebox'
import { orderProblems } from './console-orders.schema.ts'
import { defineStaffRoute } from './route.ts'
import { errorResponses, Paisa } from './shapes.ts'

/** Days of the series, today included. */
export const overviewDays = 14

const Day = Type.Object({
  /** In Asia/Dhaka, YYYY-MM-DD. */
  day: Type.String(),
  /** Placed, and neither expired nor cancelled since. */
  orders: Type.Integer(),
  /** Of those that are paid, confirmed by code, or need neither. */
  totalPaisa: Paisa,
})

export const Overview = Type.Object({
  today: Day,
  yesterday: Day,
  /** What waits to be done. */
  waiting: Type.Object({
    toConfirm: Type.Integer(),
    toPay: Type.Integer(),
    toPack: Type.Integer(),
    toShip: Type.Integer(),
    onTheWay: Type.Integer(),
    returns: Type.Integer(),
  }),
  problems: Type.Object(Object.fromEntries(orderProblems.map((problem) => [problem, Type.Integer()]))),
  /** Published variants with nothing left to sell, and with five or less. */
  soldOut: Type.Integer(),
  nearlySoldOut: Type.Integer(),
  /** Taken at the door and not here yet. */
  owed: Type.Object({ count: Type.Integer(), duePaisa: Paisa, oldestSeconds: Type.Number() }),
  /** Oldest first, one entry a day. */
  series: Type.Array(Day, { minItems: overviewDays, maxItems: overviewDays }),
})
export type Overview = Static<typeof Overview>

export const getOverview = defineStaffRoute({
  permission: 'overview.read',
  method: 'GET',
  url: '/api/console/overview',
  schema: {
    summary: 'The shop at a glance: today, what waits, what is wrong, the last fourteen days',
    tags: ['console-overview'],
    response: { 200: Overview, ...errorResponses },
  },
})
