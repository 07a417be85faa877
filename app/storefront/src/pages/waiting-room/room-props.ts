import { formatDateTime } from '@dhakacart/contract/dates.ts'
import type { Visit, WaitingRoom } from '@dhakacart/contract/waiting-room.schema.ts'
import {
  askAgainSeconds,
  askAtOpeningSeconds,
  spreadSeconds,
  waitSecondsOf,
} from '@dhakacart/contract/waiting-room-place.ts'
import type { Shop } from '../../shop.ts'
import { type WaitTexts, waitText } from '../../wait-text.ts'

/** What the script of the room says by itself; `{count}` and `{time}` stand where something goes. */
export function roomTexts({ texts }: Shop) {
  const { waitingRoom: room } = texts
  const { early, opening, waiting, soon, paused, called, admitted, away } = room
  const { missed, passOver, ordered, closed, over, none, yourTurn } = room
  const sentences = { early, opening, waiting, soon, paused, called, admitted, away, missed, passOver }
  return { ...sentences, ordered, closed, over, none, yourTurn, ...waitTexts(texts) }
}
export type RoomTexts = ReturnType<typeof roomTexts>

/** What stands on the page at first: the sentence, and the large figure below it; null: no figure. */
export function roomNow(
  shop: Shop,
  room: WaitingRoom,
  visit: Visit | null,
): { sentence: string; figure: string | null } {
  const texts = shop.texts.waitingRoom
  if (room.phase === 'closed' || room.phase === 'over') return { sentence: texts[room.phase], figure: null }
  if (visit === null || visit.state === 'none') return { sentence: texts.none, figure: null }
  if (visit.state !== 'waiting') {
    const sentences = { ...texts, pass_over: texts.passOver }
    return { sentence: sentences[visit.state], figure: null }
  }
  if (room.phase === 'early') return { sentence: texts.hasPlace, figure: texts.opensAt(timeOf(shop, room.opensAt)) }
  const wait = visit.place === null ? null : waitSecondsOf(visit.place, room)
  if (wait === null) return { sentence: texts.paused, figure: null }
  return { sentence: texts.waiting, figure: waitText(wait, waitTexts(shop.texts), shop.number) }
}

function waitTexts({ waitingRoom: { underMinute, minutes, minutesSeconds } }: Shop['texts']): WaitTexts {
  return { underMinute, minutes: minutes('{count}'), minutesSeconds: minutesSeconds('{minutes}', '{seconds}') }
}

/** When a browser without our script asks again, in seconds, spread like those with it; null: not by itself. */
export function refreshSeconds({ state, place, room }: Visit): number | null {
  if (state === 'called' || state === 'admitted') return 60
  if (state !== 'waiting') return null
  if (room.phase === 'closed' || room.phase === 'over') return null
  if (room.phase === 'early') {
    const left = (Date.parse(room.opensAt) - Date.parse(room.now)) / 1_000
    return Math.round(askAtOpeningSeconds(left, Math.random()))
  }
  const wait = place === null ? null : waitSecondsOf(place, room)
  return Math.round(spreadSeconds(wait === null ? 30 : askAgainSeconds(wait), Math.random()))
}

/** An instant as a clock in Dhaka shows it. */
export function timeOf(shop: Shop, instant: string): string {
  return formatDateTime(instant, shop.language)
}
