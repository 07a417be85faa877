import type { ServiceContext } from '../service-context.ts'
import { forgetOldCarts } from './carts.service.ts'

const cartsAtOnce = 500

/** Deletes carts that are gone, some at a time; returns how many. */
export function sweepCarts(context: ServiceContext): Promise<number> {
  return forgetOldCarts(context, cartsAtOnce)
}
