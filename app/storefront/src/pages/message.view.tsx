import { links } from '../links.ts'
import type { Shop } from '../shop.ts'

export type MessageProps = {
  title: string
  text: string
  /** What the shopper reads aloud on the phone. */
  requestId?: string
  /** Where trying again leads, empty for the address that the page is seen at; absent where it would not help. */
  retryPath?: string
}

/** Nobody reads 36 letters aloud; the first eight find the line in the log. */
const spokenLength = 8

/** A page that says honestly that there is nothing to show, and where to go from here. */
export function MessageView({ shop, title, text, requestId, retryPath }: MessageProps & { shop: Shop }) {
  const texts = shop.texts.system
  return (
    <section className="width message">
      <h1>{title}</h1>
      <p>{text}</p>
      {requestId && (
        <p className="message-code">
          {texts.requestCode}: <code>{requestId.slice(0, spokenLength)}</code>
        </p>
      )}
      <p className="message-ways">
        {retryPath !== undefined && (
          <a className="button" href={retryPath}>
            {texts.tryAgain}
          </a>
        )}
        <a className={retryPath === undefined ? 'button' : 'button button-quiet'} href={links.home(shop.language)}>
          {texts.toHome}
        </a>
      </p>
    </section>
  )
}
