import { formatNumber } from '@dhakacart/contract/digits.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import type { Visit, WaitingRoom } from '@dhakacart/contract/waiting-room.schema.ts'
import {
  askAgainSeconds,
  askAtOpeningSeconds,
  drawPlace,
  isDrawnByLot,
  spreadSeconds,
  waitSecondsOf,
} from '@dhakacart/contract/waiting-room-place.ts'
import type { RoomTexts } from '../pages/waiting-room/room-props.ts'
import { callApi } from './api.ts'
import { getVisit, getWaitingRoom, takePass, takeTicket } from './api-routes.ts'
import { createRoomPanel } from './waiting-room-panel.ts'

/** Asked again after this while nothing can be said about the wait: paused, or nobody answers. */
const unsureSeconds = 30

/**
 * Takes the place of this browser, follows the one public document until it is called, exchanges the ticket for a pass and goes
 * on to the checkout. Whatever fails is tried again: the place is kept by the shop, not by this page.
 */
export function waitInRoom(element: HTMLElement): void {
  const params = { saleId: Number(element.dataset['waitingRoom']) }
  const language = (element.dataset['language'] ?? 'en') as Language
  const texts = JSON.parse(element.dataset['texts'] ?? '{}') as RoomTexts
  const panel = createRoomPanel(element, texts, (value) => formatNumber(value, language))
  let place: number | null = null
  let number: number | null = null
  let firstDistance: number | null = null

  async function begin(): Promise<void> {
    const { body: visit } = await oneTabAtATime(() => callApi(takeTicket, { params }))
    number = visit.number
    place = visit.place
    await follow(visit.room, visit)
  }

  /** Shows how far it is, and says when to look again, in seconds; null: never, something has to be pressed. */
  async function follow(room: WaitingRoom, known: Visit | null): Promise<void> {
    if (room.phase === 'closed' || room.phase === 'over') return panel.showEnd(room.phase)
    if (known !== null && known.state !== 'waiting' && known.state !== 'called') return showState(known)
    if (number === null) return panel.showEnd('over')
    if (room.phase === 'early') {
      panel.showCountdown(number, room)
      return again(untilOpening(room))
    }
    place ??= await findPlace(room, number)
    firstDistance ??= Math.max(1, place - room.serving)
    const wait = waitSecondsOf(place, room)
    if (wait === 0) return comeIn()
    panel.showWait({ number, place, room, wait, done: 1 - (place - room.serving) / firstDistance })
    again(spread(wait === null ? unsureSeconds : askAgainSeconds(wait)))
  }

  function again(seconds: number): void {
    setTimeout(() => void look().catch(onAway), seconds * 1_000)
  }

  async function look(): Promise<void> {
    await follow((await callApi(getWaitingRoom, { params })).body, null)
  }

  function onAway(): void {
    panel.showAway()
    again(spread(unsureSeconds))
  }

  /** A turn begins when somebody is there to see it: a pass lasts minutes only. */
  async function comeIn(): Promise<void> {
    panel.showTurn()
    if (document.visibilityState !== 'visible') {
      document.addEventListener('visibilitychange', () => void comeIn().catch(onAway), { once: true })
      return
    }
    showState((await callApi(takePass, { params })).body)
  }

  function showState(visit: Visit): void {
    if (visit.state === 'waiting') {
      // Asked a moment too early, because the document was a second old; or this browser's place is the one of another tab, opened
      // in the same moment: the shop knows which one holds.
      number = visit.number
      place = visit.place
      again(spread(askAgainSeconds(0)))
    } else panel.showState(visit)
    // In its place: whoever goes back from the checkout comes to the cart, and not here and on to the checkout again.
    if (visit.state === 'admitted') location.replace(element.dataset['checkout'] ?? '/')
  }

  /** The lot is drawn here, from what is public, so that the opening asks nothing of the shop. */
  async function findPlace(room: WaitingRoom, ticket: number): Promise<number> {
    if (room.secret === null || room.earlyCount === null) return ticket
    if (!isDrawnByLot(ticket, room.earlyCount)) return ticket
    // Only pages on https, and on one's own machine, may hash.
    if (globalThis.crypto?.subtle === undefined) return (await callApi(getVisit, { params })).body.place ?? ticket
    return draw(ticket, room.earlyCount, room.secret)
  }

  // The page may have been shown with another state: what it says now comes from the shop.
  void begin().catch(() => {
    panel.showAway()
    setTimeout(() => waitInRoom(element), spread(unsureSeconds) * 1_000)
  })
}

/** Two tabs that open in the same moment would both come as somebody new: the second asks when it has the cookies of the first. */
function oneTabAtATime<T>(ask: () => Promise<T>): Promise<T> {
  // Only pages on https, and on one's own machine, have locks.
  return navigator.locks === undefined ? ask() : navigator.locks.request('waiting-room', ask)
}

async function draw(number: number, count: number, secret: string): Promise<number> {
  const bytes = Uint8Array.from(secret.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const drawing = drawPlace(number, count)
  let step = drawing.next()
  while (step.done !== true) {
    const message = new Uint8Array(step.value.message)
    step = drawing.next(new Uint8Array(await crypto.subtle.sign('HMAC', key, message)))
  }
  return step.value
}

function untilOpening(room: WaitingRoom): number {
  return askAtOpeningSeconds((Date.parse(room.opensAt) - Date.parse(room.now)) / 1_000, Math.random())
}

function spread(seconds: number): number {
  return spreadSeconds(seconds, Math.random())
}
