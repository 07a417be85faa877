/** Minutes before a sale's start from which tickets are drawn: whoever comes then has the same chance as whoever comes last. */
export const ticketMinutes = 60
/** Minutes before the start from which orders of its variants need a pass: the crowd at the door must not slip by at the usual price. */
export const guardMinutes = 10
/** A phone that lies on the table is picked up within this; a page near the front asks every five seconds. */
export const turnSeconds = 300
/** Enough to type an address on a phone; a pass that is not used goes on to somebody else. */
export const passSeconds = 600
/** Numbers drawn in one transaction, and so the largest hole that a dying process leaves. */
export const drawnAtOnce = 256
/** Visitors who may wait for their number; beyond them an answer at once is fairer. */
export const maxDrawing = 20_000
/** A day after its sale a room is history. */
export const keptDays = 1

/** What a room starts with; staff change it. The floor is what the slowest machine we measured takes without noticing. */
export const firstControls = { floorPerSecond: 2, ceilingPerSecond: 100, targetMs: 500 }
/** People a second at the opening, before anything is known of this checkout. */
export const firstRatePerSecond = 20
