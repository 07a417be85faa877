import { type ErrorCode, errorCodes } from '@dhakacart/contract/error-codes.ts'
import createError from '@fastify/error'

/** An error the api answers with on purpose: its code, status and text are for the caller. */
export type ShopError = Error & {
  code: ErrorCode
  statusCode: number
  details?: unknown
  retryAfterSeconds?: number | undefined
}

type ShopErrorOptions = {
  cause?: unknown
  /** What a program needs to act on the error; shown to the caller. */
  details?: unknown
  /** Sent as Retry-After and in the details. */
  retryAfterSeconds?: number
}

/** One class per code: its status comes from the contract, its text says what to do next. */
export function define(code: ErrorCode, message: string) {
  const Base = createError<[]>(code, message, errorCodes[code])
  return class extends (Base as unknown as new () => Error & { code: ErrorCode; statusCode: number }) {
    readonly details: unknown
    readonly retryAfterSeconds: number | undefined
    constructor(options: ShopErrorOptions = {}) {
      super()
      const { retryAfterSeconds } = options
      this.retryAfterSeconds = retryAfterSeconds
      this.details = options.details ?? (retryAfterSeconds !== undefined ? { retryAfterSeconds } : undefined)
      if (options.cause !== undefined) this.cause = options.cause
    }
  }
}
