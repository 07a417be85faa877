import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { FaultName, Provider } from './provider-faults.ts'

export type Refund = {
  id: string
  /** The merchant's own name for it; empty where the provider takes none. */
  reference: string
  amountPaisa: number
  state: 'processing' | 'refunded' | 'cancelled'
  reason: string
  createdAt: number
  /** When it leaves `processing`. */
  doneAt: number
}

type PaymentState = 'waiting' | 'agreed' | 'paid' | 'failed' | 'cancelled'

export type Payment = {
  /** sessionkey, paymentID or payment reference: the provider's name for it. */
  id: string
  provider: 'sslcommerz' | 'bkash' | 'nagad'
  /** tran_id, merchantInvoiceNumber or orderId: the merchant's name for it. */
  reference: string
  askedPaisa: number
  /** What leaves the payer's account. */
  paidPaisa: number
  state: PaymentState
  createdAt: number
  endedAt: number | null
  /** bank_tran_id, trxID or issuer reference; null until paid. */
  transactionId: string | null
  payer: string
  faults: FaultName[]
  /** Kinds of request that were left unanswered already. */
  unanswered: string[]
  /** What the merchant sent and what only this provider has; never a password. */
  details: Record<string, string>
  refunds: Refund[]
}

export type Consignment = {
  id: string
  provider: 'pathao' | 'steadfast'
  /** merchant_order_id or invoice. */
  reference: string
  trackingCode: string
  recipientPhone: string
  collectPaisa: number
  feePaisa: number
  status: string
  createdAt: number
  updatedAt: number
  faults: FaultName[]
  unanswered: string[]
  details: Record<string, string>
}

export type Token = { id: string; provider: Provider; kind: string; grantedAt: number; expiresAt: number }

export type Sms = {
  id: string
  recipient: string
  sender: string
  text: string
  acceptedAt: number
  faults: FaultName[]
  unanswered: string[]
  reference: string
}

type Mail = { id: string; from: string; to: string[]; subject: string; text: string; acceptedAt: number }

export type Callback = {
  id: string
  provider: Provider
  /** The transaction it tells about. */
  subject: string
  url: string
  headers: Record<string, string>
  body: string
  dueAt: number
  attempts: number
  /** HTTP status, or why there is none; null until tried. */
  outcome: string | null
  isDone: boolean
}

type RecordOf = {
  payment: Payment
  consignment: Consignment
  token: Token
  sms: Sms
  mail: Mail
  callback: Callback
}
export type RecordKind = keyof RecordOf

/** How many of each are kept; the oldest leave first. A day of trying things out stays far below. */
const mostOf: Record<RecordKind, number> = {
  payment: 5_000,
  consignment: 5_000,
  token: 200,
  sms: 2_000,
  mail: 500,
  callback: 2_000,
}

export type Records = ReturnType<typeof createRecords>

/**
 * What the providers know. Kept in memory, and in `file` when one is given: each change is a line of it, written before
 * the answer, so a killed process forgets nothing it has told.
 */
export function createRecords(file: string | null, write = appendFileSync) {
  const maps = Object.fromEntries(
    Object.keys(mostOf).map((kind) => [kind, new Map<string, RecordOf[RecordKind]>()]),
  ) as unknown as { [K in RecordKind]: Map<string, RecordOf[K]> }

  // The last line of the file stands there without its end, because the disk was full; the next one begins below it.
  let isTorn = false

  function append(line: string): void {
    if (file === null) return
    const begin = isTorn ? '\n' : ''
    // Until it is whole; what was thrown in between goes to the caller.
    isTorn = true
    write(file, `${begin}${line}\n`)
    isTorn = false
  }

  function remember<K extends RecordKind>(kind: K, record: RecordOf[K]): void {
    const map = maps[kind]
    map.set(record.id, record)
    for (const oldest of map.keys()) {
      if (map.size <= mostOf[kind]) break
      map.delete(oldest)
    }
  }

  if (file !== null) {
    for (const { kind, record } of readJournal(file)) remember(kind, record as never)
    writeJournal(file, maps)
  }
  return {
    put<K extends RecordKind>(kind: K, record: RecordOf[K]): void {
      remember(kind, record)
      append(JSON.stringify({ kind, record }))
    },
    find: <K extends RecordKind>(kind: K, id: string): RecordOf[K] | null => maps[kind].get(id) ?? null,
    /** Newest last. */
    list: <K extends RecordKind>(kind: K): RecordOf[K][] => [...maps[kind].values()],
    clear(): void {
      for (const map of Object.values(maps)) map.clear()
      if (file !== null) writeJournal(file, maps)
    },
  }
}

type JournalLine = { kind: RecordKind; record: { id: string } }

function readJournal(file: string): JournalLine[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as JournalLine]
      } catch {
        // A line of a process that was killed while it wrote, or for which there was no room; nobody was told of it.
        return []
      }
    })
}

function writeJournal(file: string, maps: Readonly<Record<string, Map<string, unknown>>>): void {
  const lines = Object.entries(maps).flatMap(([kind, map]) =>
    [...map.values()].map((record) => `${JSON.stringify({ kind, record })}\n`),
  )
  writeFileSync(`${file}.new`, lines.join(''), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
