import { readBounded } from '../../outgoing/bounded-body.ts'
import { explainLostRequest } from '../../outgoing/lost-requests.ts'
import { createOutgoing, type Outgoing } from '../../outgoing/outgoing.ts'
import type { DeliveryReport, MessageProvider, SendOutcome } from './provider.ts'

/**
 * Alpha SMS (sms.net.bd). Documentation: https://www.sms.net.bd/api, and the vendor's own clients at https://github.com/smsnetbd.
 * It knows a message by the `request_id` it answers with and by nothing of ours, so an attempt without an answer stays unknown:
 * there is no way to ask, and sending again might ring twice. Reports are fetched; it documents no webhook.
 */
export type SmsNetBdSettings = {
  baseUrl: string
  apiKey: string
  /** The approved sender; the provider's own number when absent. */
  senderId: string | undefined
  /** Tests shorten it. */
  timeoutMs?: number
}

export const smsNetBdUrl = 'https://api.sms.net.bd'
/** Ten seconds: the provider answers in well under one, and a code is worth waiting for. */
const defaultTimeoutMs = 10_000
/** A report of one recipient is under 400 bytes. */
const maxAnswerBytes = 16 * 1024

/** The message itself is at fault: the same again is refused again. 416 no valid number, 420 content blocked. */
const finalErrors = new Set([400, 412, 413, 414, 415, 416, 420])
/** "Unknown error occurred on Server end": whether before or after sending, nobody says. */
const unknownError = 409

export function createSmsNetBd({
  baseUrl,
  apiKey,
  senderId,
  timeoutMs = defaultTimeoutMs,
}: SmsNetBdSettings): MessageProvider {
  const outgoing = createOutgoing(baseUrl)
  // The key goes in the body although the documentation shows it in the address: addresses end up in logs.
  const post = (path: string, fields: Record<string, string>) =>
    ask(outgoing, new URL(path, baseUrl), new URLSearchParams({ api_key: apiKey, ...fields }), timeoutMs)
  return {
    name: 'sms.net.bd',
    concurrency: 10,
    async send({ recipient, body }) {
      const sender = senderId === undefined ? {} : { sender_id: senderId }
      return readSending(await post('/sendsms', { msg: body, to: recipient.replace('+', ''), ...sender }))
    },
    async readReport(providerMessageId) {
      return readReport(await post(`/report/request/${encodeURIComponent(providerMessageId)}/`, {}))
    },
    close: () => undefined,
  }
}

type Asked =
  | { kind: 'answer'; status: number; json: unknown }
  | { kind: 'not-sent'; reason: string }
  | { kind: 'unknown'; reason: string }

function readSending(asked: Asked): SendOutcome {
  if (asked.kind === 'not-sent') return { kind: 'refused', reason: asked.reason, isFinal: false }
  if (asked.kind === 'unknown') return { kind: 'unknown', reason: asked.reason }
  const { error, data } = (asked.json ?? {}) as { error?: unknown; data?: { request_id?: unknown } }
  const code = Number(error)
  if (asked.status === 429) return { kind: 'refused', reason: 'http_429', isFinal: false }
  if (asked.json === null || !Number.isInteger(code) || code === unknownError) {
    return { kind: 'unknown', reason: asked.json === null ? `http_${asked.status}` : `error_${unknownError}` }
  }
  if (code !== 0) return { kind: 'refused', reason: `error_${code}`, isFinal: finalErrors.has(code) }
  const id = data?.request_id
  return { kind: 'sent', providerMessageId: typeof id === 'number' || typeof id === 'string' ? String(id) : null }
}

/**
 * The documentation shows the word `Sent` for a message that went out and lists no others. What says clearly that it arrived or
 * never will is believed; everything else is no news.
 */
function readReport(asked: Asked): DeliveryReport | null {
  if (asked.kind !== 'answer') return null
  const { error, data } = (asked.json ?? {}) as { error?: unknown; data?: { recipients?: { status?: unknown }[] } }
  const status = Array.isArray(data?.recipients) ? data.recipients[0]?.status : undefined
  if (Number(error) !== 0 || typeof status !== 'string') return null
  if (/^deliv(ered|rd)$/i.test(status)) return 'delivered'
  return /fail|undeliver|reject|expire|invalid/i.test(status) ? 'failed' : 'sent'
}

async function ask(outgoing: Outgoing, url: URL, form: URLSearchParams, timeoutMs: number): Promise<Asked> {
  try {
    const answer = await outgoing(url, {
      method: 'POST',
      body: form,
      headers: { accept: 'application/json' },
      // A redirect would carry number and text somewhere else.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return { kind: 'answer', status: answer.status, json: parse(await readBounded(answer, maxAnswerBytes)) }
  } catch (error) {
    const { reason, wasSent } = explainLostRequest(error)
    return { kind: wasSent ? 'unknown' : 'not-sent', reason }
  }
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}
