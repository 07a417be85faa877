import { ApiError } from '@dhakacart/contract/client.ts'

/** The state somebody else saved meanwhile, out of a VERSION_CONFLICT; null for every other error. */
export function conflictOf<T>(error: unknown): T | null {
  return error instanceof ApiError && error.code === 'VERSION_CONFLICT' ? (error.details as T) : null
}
