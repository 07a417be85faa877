import { createHmac } from 'node:crypto'
import { drawPlace, isDrawnByLot } from '@dhakacart/contract/waiting-room-place.ts'

/** A room whose lot has been drawn. */
export type Lot = { secret: Buffer; earlyCount: number }

/** The place of a number: by lot for those who came before the opening, in the order of the numbers after them. */
export function placeOf(number: number, { secret, earlyCount }: Lot): number {
  if (!isDrawnByLot(number, earlyCount)) return number
  const drawing = drawPlace(number, earlyCount)
  for (let step = drawing.next(); ; ) {
    if (step.done === true) return step.value
    step = drawing.next(createHmac('sha256', secret).update(step.value.message).digest())
  }
}
