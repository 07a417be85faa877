import { errorCodes } from '@dhakacart/contract/error-codes.ts'
import { isDatabaseAway } from '@dhakacart/database/transaction.ts'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { ShopError } from './define-error.ts'
import { BodyTooLarge, badRequest, DatabaseAway, Internal, NotFound, UnsupportedMediaType } from './errors.ts'

/** Seconds after which a retry is worth it: a failover takes about eight, a pooler restart one. */
const retryAfterSeconds = 2

/** Every error leaves here as `{ code, message, requestId, details? }`; 5xx are logged with their cause and hide it from the caller. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const known = toShopError(error)
  const status = known.statusCode
  if (status >= 500) request.log.error({ err: error, code: known.code }, 'request failed')
  else request.log.info({ code: known.code, reason: loggedReason(error, known) }, 'request refused')
  if (known.retryAfterSeconds !== undefined) reply.header('retry-after', String(known.retryAfterSeconds))
  else if (status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', String(retryAfterSeconds))
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({
      code: known.code,
      message: known.message,
      requestId: request.id,
      ...(known.details !== undefined && { details: known.details }),
    })
}

/** Answers what no route takes, in the same form as every other error. */
export function answerNotFound(request: FastifyRequest, reply: FastifyReply): void {
  answerError(new NotFound(), request, reply)
}

function toShopError(error: unknown): ShopError {
  if (isShopError(error)) return error
  if (isDatabaseAway(error)) return new DatabaseAway({ cause: error })
  const { statusCode, validation, validationContext, message } = error as Partial<FastifyError>
  if (validation !== undefined) return badRequest(describeValidation(validation, validationContext), error)
  switch (statusCode) {
    case 413:
      return new BodyTooLarge({ cause: error })
    case 415:
      return new UnsupportedMediaType({ cause: error })
    default:
      // Fastify's own refusals: JSON that cannot be read, a length that is not that of the body, an address not in UTF-8.
      return statusCode !== undefined && statusCode >= 400 && statusCode < 500
        ? badRequest(`The request cannot be read: ${message}.`, error)
        : new Internal({ cause: error })
  }
}

/** What Fastify and the validator say repeats what was sent: addresses, and names that somebody made up. */
function loggedReason(error: unknown, known: ShopError): string {
  if (isShopError(error)) return known.message
  const { validation, validationContext, code } = error as Partial<FastifyError>
  const [first] = validation ?? []
  return first === undefined ? (code ?? 'unreadable') : `${validationContext} ${first.schemaPath}`
}

function isShopError(error: unknown): error is ShopError {
  const code = (error as { code?: unknown } | null)?.code
  return error instanceof Error && typeof code === 'string' && Object.hasOwn(errorCodes, code) && 'statusCode' in error
}

function describeValidation(
  [first]: NonNullable<FastifyError['validation']>,
  context: FastifyError['validationContext'],
): string {
  const where = context === 'querystring' ? 'query' : (context ?? 'request')
  if (first === undefined) return `The ${where} has a wrong form.`
  const { missingProperty, requiredProperties } = first.params as Record<string, unknown>
  const missing = missingProperty ?? (Array.isArray(requiredProperties) ? requiredProperties[0] : undefined)
  if (missing !== undefined) return `The ${where} ${context === 'headers' ? 'lack' : 'lacks'} ${missing}.`
  const field = first.instancePath.slice(1).replaceAll('/', '.')
  if (field === '') return `The ${where} ${first.message ?? 'has a wrong form'}.`
  const isUnknown = first.schemaPath.endsWith('additionalProperties')
  return `In the ${where}, ${field} ${isUnknown ? 'is not known here' : (first.message ?? 'has a wrong form')}.`
}
