import type { Db } from '@dhakacart/database/connect.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'
import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import * as entries from './audit.repository.ts'
import { type ChainHead, checkChain } from './audit-chain.ts'

/**
 * The round that checks the whole chain. It tells of a problem in the log, in `audit_chain_problems` and in the console, and
 * writes the last hash to the log, where nobody who holds the database alone can change it.
 */
export function createAuditCheck(db: Db, log: Log, metrics: Metrics): () => Promise<number> {
  let seen: ChainHead | null = null
  let problems = 0
  metrics.gauge('audit_chain_problems', '1 when the last check found the audit log changed or cut', () => problems)
  metrics.gauge('audit_chain_links', 'Links of the audit log’s chain at the last check', () => seen?.position ?? 0)
  return async () => {
    const { head, problem } = await checkChain(db, seen)
    problems = problem === null ? 0 : 1
    await entries.keepCheck(db, {
      sealedCount: head.position,
      lastHash: head.position === 0 ? null : head.hash,
      problem,
    })
    const fields = { links: head.position, lastHash: head.hash.toString('hex') }
    if (problem === null) {
      seen = head
      log.info(fields, 'the audit log is whole')
    } else log.error({ ...fields, problem }, 'the audit log was tampered with')
    return 0
  }
}
