import { createHash } from 'node:crypto'
import type { Db } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as entries from './audit.repository.ts'

/**
 * The chain over the audit log. Whoever does something only inserts an entry, so nobody waits for anybody; the worker seals what
 * is committed, one link after the other. A link's hash covers its place, everything its entry says and the hash before it, so a
 * change anywhere shows, and with the last hash noted outside the database (the log has it) also a chain that was cut or rewritten.
 */
const sealedAtOnce = 500
const checkedAtOnce = 1_000
/** What the first link follows. */
const beginning = Buffer.alloc(32)

/** Seals entries that are committed and not sealed yet, some at a time; returns how many. */
export async function sealEntries(db: Db): Promise<number> {
  return inTransaction(db, async (tx) => {
    if (!(await entries.lockChain(tx))) return 0
    const contents = await entries.listUnsealed(tx, sealedAtOnce)
    if (contents.length === 0) return 0
    let last = (await entries.lastSeal(tx)) ?? { position: 0, hash: beginning }
    const seals = contents.map((content) => {
      const position = last.position + 1
      last = { position, hash: hashLink(last.hash, position, content) }
      return { ...last, entryId: content.id }
    })
    await entries.insertSeals(tx, seals)
    return seals.length
  })
}

function hashLink(before: Buffer, position: number, content: entries.SealedContent): Buffer {
  const { id, doneAt, staffId, staffName, staffRole, action, subject, detail } = content
  const text = JSON.stringify([position, id, doneAt, staffId, staffName, staffRole, action, subject, detail])
  return createHash('sha256').update(before).update(text).digest()
}

export type ChainHead = { position: number; hash: Buffer }
export type ChainCheck = {
  head: ChainHead
  /** A sentence, or null when the chain is whole. */
  problem: string | null
}

/**
 * Follows the chain from its beginning and says what is wrong first: a link missing or changed, an entry gone, an entry never
 * sealed, or a chain that ends before, or differs at, a link seen earlier.
 */
export async function checkChain(db: Db, seen: ChainHead | null): Promise<ChainCheck> {
  let head: ChainHead = { position: 0, hash: beginning }
  for (;;) {
    const links = await entries.listLinks(db, head.position, checkedAtOnce)
    for (const link of links) {
      const problem = findProblem(head, link)
      if (problem !== null) return { head, problem }
      head = link
    }
    if (links.length < checkedAtOnce) break
  }
  const atSeen = seen === null || seen.position === 0 ? null : await entries.sealAt(db, seen.position)
  if (seen !== null && seen.position > 0 && atSeen?.hash.equals(seen.hash) !== true) {
    return {
      head,
      problem: `Link ${seen.position} is not the one that was seen before: the chain was cut or rewritten.`,
    }
  }
  const forgotten = await entries.countForgotten(db)
  const problem = forgotten === 0 ? null : `${forgotten} entries are not part of the chain after ten minutes.`
  return { head: { position: head.position, hash: head.hash }, problem }
}

function findProblem(before: ChainHead, { position, hash, entryId, content }: entries.ChainLink): string | null {
  if (position !== before.position + 1) return `Link ${before.position + 1} is missing.`
  if (content === null) return `Entry ${entryId}, which link ${position} seals, is gone.`
  return hashLink(before.hash, position, content).equals(hash)
    ? null
    : `Link ${position} or entry ${entryId}, which it seals, was changed.`
}
