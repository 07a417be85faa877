import type { ApiError } from '@dhakacart/contract/client.ts'
import { getVisit, getWaitingRoom, takePass, takeTicket } from '@dhakacart/contract/waiting-room.schema.ts'
import { readId } from '../../form-values.ts'
import { links } from '../../links.ts'
import { type PublicRequest, personalPage, publicPage, seeOther, show } from '../../page.ts'
import { shops } from '../../shop.ts'
import { notFound } from '../messages.ts'
import { refreshSeconds } from './room-props.ts'

/** The room for everybody alike: with our script the page goes on by itself, without it a button takes the place. */
export const waitingRoomPage = publicPage(async (request) => {
  const saleId = saleOf(request)
  if (saleId === null) return notFound(shops[request.language])
  const { body: room } = await request.call(getWaitingRoom, { params: { saleId } })
  return show('waiting-room', { room, visit: null }, headOf(request), { here: `/waiting-room/${saleId}` })
})

/** Takes the one place of this browser. */
export const takeTicketPage = personalPage(async (request) => {
  const saleId = saleOf(request)
  if (saleId === null) return notFound(shops[request.language])
  await request.call(takeTicket, { params: { saleId } })
  return seeOther(links.roomPlace(request.language, saleId))
})

/** The place of this browser, for whoever has no script: the page comes again by itself, as often as the wait asks for. */
export const roomPlacePage = personalPage(async (request) => {
  const saleId = saleOf(request)
  if (saleId === null) return notFound(shops[request.language])
  const { body: visit } = await request.call(getVisit, { params: { saleId } })
  // That nobody waits any more is said here: the page for everybody may be some minutes old, and would send its reader back.
  const isWaitedIn = visit.room.phase !== 'closed' && visit.room.phase !== 'over'
  if (visit.state === 'none' && isWaitedIn) return seeOther(links.waitingRoom(request.language, saleId))
  const seconds = refreshSeconds(visit)
  return show('waiting-room', { room: visit.room, visit }, headOf(request), {
    here: `/waiting-room/${saleId}/place`,
    ...(seconds !== null && { headers: { refresh: String(seconds) } }),
  })
})

/** Exchanges a called place for its pass, and goes on to the checkout with the cart as it is. */
export const takePassPage = personalPage(async (request) => {
  const saleId = saleOf(request)
  if (saleId === null) return notFound(shops[request.language])
  const { body: visit } = await request.call(takePass, { params: { saleId } })
  const { language } = request
  return seeOther(visit.state === 'admitted' ? links.checkout(language) : links.roomPlace(language, saleId))
})

function saleOf({ params }: PublicRequest): number | null {
  return readId(params['saleId'])
}

function headOf({ language }: PublicRequest) {
  return { title: `${shops[language].texts.waitingRoom.title} | DhakaCart` }
}

/** The room that an order was refused for; null where it was refused for something else. */
export function roomOf(error: ApiError): number | null {
  const details = error.details as { saleId?: number } | undefined
  return error.code === 'WAITING_ROOM_PASS_NEEDED' ? (details?.saleId ?? null) : null
}
