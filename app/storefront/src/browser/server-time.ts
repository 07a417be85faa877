let known: { nowMs: number; seenAt: number } | null = null

/** Takes what time it is in the shop from an answer of it; null: the shop could not say. */
export function tellTime(now: string | null): void {
  const nowMs = Date.parse(now ?? '')
  if (!Number.isNaN(nowMs)) known = { nowMs, seenAt: performance.now() }
}

/** The time of the shop; null until it was told. A phone's own clock may be minutes off. */
export function shopTimeMs(): number | null {
  return known === null ? null : known.nowMs + performance.now() - known.seenAt
}
