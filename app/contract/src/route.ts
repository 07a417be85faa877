import type { Static, TSchema } from 'typebox'
import { ErrorAnswer } from './shapes.ts'
import type { Permission } from './staff-permissions.ts'

/**
 * One HTTP route, written down once: the api registers it, the client calls it, the OpenAPI document shows it.
 * `schema` is plain JSON Schema, so Fastify validates and serialises with it as it is.
 */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path below the public origin, parameters as `:name`. */
  url: string
  schema: RouteSchema
  /** Instead of the ordinary limit of a body. */
  bodyLimitBytes?: number
}

export type RouteSchema = {
  summary: string
  tags: string[]
  params?: TSchema
  querystring?: TSchema
  headers?: TSchema
  body?: TSchema
  /** Content types of a body that is not JSON. */
  consumes?: string[]
  response: { [status: number]: TSchema }
}

type Part<R extends Route, K extends 'params' | 'querystring' | 'headers' | 'body'> = R['schema'][K] extends TSchema
  ? Static<R['schema'][K]>
  : never

export type ParamsOf<R extends Route> = Part<R, 'params'>
export type QueryOf<R extends Route> = Part<R, 'querystring'>
export type HeadersOf<R extends Route> = Part<R, 'headers'>
export type BodyOf<R extends Route> = Part<R, 'body'>
/** The body of the route's 2xx answer. */
export type AnswerOf<R extends Route> = R['schema']['response'][200] extends TSchema
  ? Static<R['schema']['response'][200]>
  : never

/** Keeps the literal types of a route. */
export function defineRoute<const R extends Route>(route: R): R {
  return route
}

/** A route of the console: what a member of staff must be allowed to do, and whether the code must have been typed just now. */
export type StaffRoute = Route & {
  url: `/api/console/${string}`
  permission: Permission
  /** A one-time code must have been given within the last five minutes. */
  needsStepUp?: true
}

/** Keeps the literal types of a console route, and adds the answers that the door to the console can give. */
export function defineStaffRoute<const R extends StaffRoute>(route: R): R {
  const response = { 401: ErrorAnswer, 403: ErrorAnswer, ...route.schema.response }
  return { ...route, schema: { ...route.schema, response } }
}
