import { parseDhakaDateTime } from '@dhakacart/contract/dates.ts'

/** Bangladesh keeps UTC+6. */
const dhakaOffsetMs = 6 * 60 * 60 * 1000

/** An instant as a datetime-local control wants it, on Dhaka's clock. */
export function toDhakaLocal(iso: string): string {
  return new Date(new Date(iso).getTime() + dhakaOffsetMs).toISOString().slice(0, 16)
}

/** Reads a datetime-local value as a time in Dhaka; null when it is empty or no time. */
export function fromDhakaLocal(text: string): string | null {
  try {
    return parseDhakaDateTime(text).toISOString()
  } catch {
    return null
  }
}
