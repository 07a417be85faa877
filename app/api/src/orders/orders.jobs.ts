import type { ServiceContext } from '../service-context.ts'
import { expireHolds } from './orders.service.ts'

const ordersAtOnce = 100

/** Ends holds whose time is over, some at a time; returns how many. */
export function sweepHolds(context: ServiceContext): Promise<number> {
  return expireHolds(context, ordersAtOnce)
}
