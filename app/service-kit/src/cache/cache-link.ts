import { within } from '../deadline.ts'
import type { CacheSettings } from './cache.settings.ts'

/** One connection that has answered; it is never mended, only replaced. */
export type Link = {
  send(command: (string | Buffer)[]): Promise<unknown>
  /** Whether an error is what the cache itself answered: full, not allowed, still reading its files. */
  isRefusal(error: unknown): error is Error
  end(): void
}

/** Nobody waits while a connection is made. */
const connectTimeoutMs = 1_000
/** Answers that are awaited at once; more means that it has stopped answering. */
const queueMax = 1_000

/** Rejects when it cannot be had; `onEnd` hears once of one that ends later, by whomever. */
export async function openLink(
  { url, password, tls, timeoutMs }: CacheSettings,
  onEnd: (error: unknown) => void,
): Promise<Link> {
  // Loaded only where there is a cache.
  const { createClient, ErrorReply, RESP_TYPES } = await import('@redis/client')
  const client = createClient({
    url,
    ...(password !== undefined && { password }),
    RESP: 2,
    disableOfflineQueue: true,
    disableClientInfo: true,
    maintNotifications: 'disabled',
    commandsQueueMaxLength: queueMax,
    socket: { connectTimeout: connectTimeoutMs, reconnectStrategy: false, ...(tls !== null && { tls: true, ...tls }) },
  })
  const end = () => {
    if (client.isOpen) client.destroy()
  }
  // Unheard, it would end the process.
  client.on('error', onEnd)
  try {
    await within(connectTimeoutMs, client.connect())
    // One that accepts connections and answers late or nothing is not there.
    await within(timeoutMs, client.ping())
  } catch (error) {
    end()
    throw error
  }
  const options = { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } }
  return {
    send: (command) => client.sendCommand(command, options),
    isRefusal: (error): error is Error => error instanceof ErrorReply,
    end,
  }
}
