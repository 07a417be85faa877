import type { Call } from '@dhakacart/contract/client.ts'
import type { AnswerOf } from '@dhakacart/contract/route.ts'
import { type CartRoom, getCartRooms, listWaitingRooms } from '@dhakacart/contract/waiting-room.schema.ts'

/** The rooms that this browser's cart leads through; none when that is not known now: the order itself asks again. */
export async function cartRooms(call: Call): Promise<CartRoom[]> {
  try {
    return (await call(getCartRooms)).body.rooms
  } catch {
    return []
  }
}

type ProductRoom = AnswerOf<typeof listWaitingRooms>['rooms'][number]

/** The room before the orders of a product; null when there is none, or that is not known now. */
export async function productRoom(call: Call, slug: string): Promise<ProductRoom | null> {
  try {
    const { rooms } = (await call(listWaitingRooms)).body
    return rooms.find(({ productSlugs }) => productSlugs.includes(slug)) ?? null
  } catch {
    return null
  }
}
