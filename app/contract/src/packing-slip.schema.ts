import Type, { type Static } from 'typebox'
import { ConsoleOrderLine } from './console-orders.schema.ts'
import { defineStaffRoute } from './route.ts'
import { errorResponses, Id, Instant, Localised, nullable, Paisa } from './shapes.ts'

/** What stands on the paper in the parcel and on its label: whole, whoever packs. */
export const PackingSlip = Type.Object({
  number: Type.String(),
  language: Type.Enum(['en', 'bn']),
  placedAt: Instant,
  customerName: Type.String(),
  customerPhone: Type.String(),
  address: Type.Object({ division: Localised, district: Localised, upazila: Localised, street: Type.String() }),
  deliveryNote: nullable(Type.String()),
  /** What the courier collects at the door. */
  collectPaisa: Paisa,
  totalPaisa: Paisa,
  lines: Type.Array(ConsoleOrderLine),
})
export type PackingSlip = Static<typeof PackingSlip>

export const printPackingSlip = defineStaffRoute({
  permission: 'orders.fulfil',
  method: 'POST',
  url: '/api/console/orders/:id/packing-slip',
  schema: {
    summary: 'The packing slip with name and address; who printed it is written down, which is why it is a POST',
    tags: ['console-orders'],
    params: Type.Object({ id: Id }),
    response: { 200: PackingSlip, ...errorResponses },
  },
})
