import type { ServiceContext } from '../service-context.ts'
import { forgetOldCodes } from './codes.service.ts'

const codesAtOnce = 500

/** Deletes codes of yesterday, some at a time; returns how many. */
export function sweepCodes(context: ServiceContext): Promise<number> {
  return forgetOldCodes(context, codesAtOnce)
}
