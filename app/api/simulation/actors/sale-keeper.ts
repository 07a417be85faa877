import { getSale, saveSale, setSaleState } from '../../src/sales/sales.service.ts'
import { ask, type Script } from '../actor.ts'

/** Staff who change a sale while people buy in it: more units, a later end, or the end at once. */
export function makeSaleKeeper(actions: readonly ('grow' | 'extend' | 'cancel')[]): Script {
  return async (actor) => {
    const { saleId, staff } = actor.world
    const { db } = actor.context
    if (saleId === null) return
    const refusals = ['SALE_BEGUN', 'VERSION_CONFLICT', 'BAD_REQUEST'] as const
    for (const action of actions) {
      const answer = await ask(
        actor,
        `having a sale ${action}`,
        async () => {
          const { id: _, state: __, phase: ___, lines, ...sale } = await getSale(db, saleId)
          if (action === 'cancel') return setSaleState(db, staff, saleId, { version: sale.version, state: 'cancelled' })
          const laterMs = action === 'extend' ? 600_000 : 0
          return saveSale(db, staff, saleId, {
            version: sale.version,
            name: sale.name,
            startsAt: sale.startsAt,
            endsAt: new Date(Date.parse(sale.endsAt) + laterMs).toISOString(),
            prewarmMinutes: sale.prewarmMinutes,
            limitPerCustomer: sale.limitPerCustomer,
            hasWaitingRoom: sale.hasWaitingRoom,
            lines: lines.map(({ variantId, pricePaisa, allotment }) => ({
              variantId,
              pricePaisa,
              allotment: action === 'grow' ? allotment + 1 : allotment,
            })),
          })
        },
        { refusals },
      )
      actor.note(`had a sale ${action}: ${answer.kind === 'refused' ? answer.code : answer.kind}`)
    }
  }
}
