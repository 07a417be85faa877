import { links } from '../links.ts'
import type { Shop } from '../shop.ts'
import { Icon } from './icon.tsx'

/** Says that orders go through a waiting room, and leads there. */
export function RoomNotice({ shop, saleId, text }: { shop: Shop; saleId: number; text: string }) {
  return (
    <p className="notice room-notice">
      <Icon name="clock" />
      <span>
        {text} <a href={links.waitingRoom(shop.language, saleId)}>{shop.texts.waitingRoom.toRoom}</a>
      </span>
    </p>
  )
}
