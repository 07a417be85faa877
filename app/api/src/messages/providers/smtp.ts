import type { Readable } from 'node:stream'
import { createTransport, type Transporter } from 'nodemailer'
import type { MessageProvider, SendOutcome } from './provider.ts'

export type SmtpSettings = {
  /** `smtps://name:password@host:465`, or `smtp://…:587` for STARTTLS. */
  url: string
  /** Whom the e-mail is from, like `DhakaCart <orders@dhakacart.example>`. */
  from: string
  /** false on a laptop only, whose mail server speaks no TLS. */
  requiresTls: boolean
  /** The host of Message-IDs. */
  host: string
  timeoutMs?: number
}

/** Connections kept open to the mail server; providers allow about ten per customer. */
const concurrency = 3
/** RFC 5321 allows minutes for the last answer; whoever is silent for half a minute is counted as gone. */
const defaultTimeoutMs = 30_000
/** Any mail server, over pooled connections. E-mail reports no delivery: `sent` means that the server took it. */
export function createSmtp({
  url,
  from,
  requiresTls,
  host,
  timeoutMs = defaultTimeoutMs,
}: SmtpSettings): MessageProvider {
  const isImplicitTls = new URL(url).protocol === 'smtps:'
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: concurrency,
    maxMessages: 100,
    requireTLS: requiresTls && !isImplicitTls,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    // A text that names a file or an address must stay a text.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const reading = watchReading(transport)
  return {
    name: 'smtp',
    concurrency,
    async send({ id, recipient, subject, body }) {
      const messageId = `<message-${id}@${host}>`
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: recipient },
          subject: subject ?? '',
          text: body,
          // The same on every attempt, so that a mailbox that gets two can tell.
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { kind: 'sent', providerMessageId: `message-${id}@${host}` }
      } catch (error) {
        return readFailure(error, reading.hasBegun(messageId))
      } finally {
        reading.forget(messageId)
      }
    },
    close: () => transport.close(),
  }
}

/**
 * The library says of a lost connection only that it was lost, not when. Whether the server had begun to take the text shows on the
 * stream it is read from.
 */
function watchReading(transport: Transporter) {
  const streams = new Map<string, Readable[]>()
  transport.use('stream', (mail, done) => {
    const messageId = String(mail.data.messageId)
    const createReadStream = mail.message.createReadStream.bind(mail.message)
    mail.message.createReadStream = (options) => {
      const stream = createReadStream(options)
      streams.set(messageId, [...(streams.get(messageId) ?? []), stream])
      return stream
    }
    done()
  })
  return {
    hasBegun: (messageId: string) => streams.get(messageId)?.some((stream) => stream.readableDidRead) ?? false,
    forget: (messageId: string) => void streams.delete(messageId),
  }
}

function readFailure(error: unknown, hasBegun: boolean): SendOutcome {
  const { responseCode, code = 'ERROR' } = error as { responseCode?: number; code?: string }
  if (responseCode !== undefined && responseCode >= 400) {
    // 5xx is for good, except when it is our login that is refused: then every message fails until somebody mends it.
    return { kind: 'refused', reason: `smtp_${responseCode}`, isFinal: responseCode >= 500 && code !== 'EAUTH' }
  }
  if (hasBegun) return { kind: 'unknown', reason: code.toLowerCase() }
  return { kind: 'refused', reason: code.toLowerCase(), isFinal: code === 'EENVELOPE' }
}
