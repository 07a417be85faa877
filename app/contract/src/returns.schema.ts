import Type, { type Static } from 'typebox'
import { Id, Instant, Localised, nullable, Paisa, Quantity } from './shapes.ts'

export const returnReasons = ['defective', 'wrong_item', 'not_as_described', 'changed_mind', 'other'] as const
export type ReturnReason = (typeof returnReasons)[number]
export const returnStates = ['requested', 'approved', 'refused', 'received'] as const

export const OrderReturn = Type.Object({
  id: Id,
  version: Type.Integer(),
  state: Type.Enum([...returnStates]),
  requestedBy: Type.Enum(['shopper', 'staff']),
  reason: Type.Enum([...returnReasons]),
  note: nullable(Type.String()),
  decisionNote: nullable(Type.String()),
  refundPaisa: nullable(Paisa),
  requestedAt: Instant,
  lines: Type.Array(
    Type.Object({
      variantId: Id,
      sku: Type.String(),
      name: Localised,
      quantity: Quantity,
      restocked: Type.Integer(),
      writtenOff: Type.Integer(),
    }),
  ),
})
export type OrderReturn = Static<typeof OrderReturn>
