import { importLines } from '../../src/couriers/settlements.service.ts'
import { settleByHand } from '../../src/receivables/receivables.service.ts'
import { type Actor, ask, type Script } from '../actor.ts'
import { Violation } from '../violation.ts'

export type CashierPlan = {
  /** The courier's file, or a person who counted the money. */
  way: 'file' | 'hand'
  /** Taka that are missing of the total; below zero, too many. */
  missingTaka: number
  feeTaka: number
  when: 'at once' | 'delivered'
  /** Presses so often, one after the other. */
  presses: number
}

/** Takes the money of the first order's parcel from its courier. */
export function makeCashier({ way, missingTaka, feeTaka, when, presses }: CashierPlan): Script {
  return async (actor) => {
    const { world } = actor
    const isTime = await actor.until(() => (when === 'at once' ? world.parcels.size > 0 : world.delivered.size > 0))
    const told = world.toldOrders[0]
    if (!isTime || told === undefined) return
    const collectedPaisa = Math.max(0, told.totalPaisa - missingTaka * 100)
    const feePaisa = feeTaka * 100
    const parcel = world.parcels.get(told.token)
    if (parcel === undefined) return
    const receive = way === 'file' ? importFile : writeDown
    for (let press = 1; press <= presses; press++) {
      await receive(actor, told.token, { parcel, collectedPaisa, feePaisa })
      world.receipts++
    }
  }
}

type Receipt = { parcel: string; collectedPaisa: number; feePaisa: number }

async function importFile(actor: Actor, _token: string, { parcel, collectedPaisa, feePaisa }: Receipt): Promise<void> {
  const csv = `${parcel},${collectedPaisa},${feePaisa}`
  const columns = { parcel: 'parcel', collected: 'collected', fee: 'fee' }
  const file = { courier: 'steadfast', fileName: 'file.csv', csv, columns, isDryRun: false } as const
  const lines = [{ line: 2, parcel, collectedPaisa, feePaisa }]
  const read = () => importLines(actor.context.db, actor.world.staff, file, lines)
  const answer = await ask(actor, 'importing a file', read)
  actor.note(`imported a file: ${answer.kind === 'done' ? answer.value.rows[0]?.verdict : answer.kind}`)
}

async function writeDown(actor: Actor, token: string, { collectedPaisa, feePaisa }: Receipt): Promise<void> {
  const { context, world } = actor
  const found = await ask(actor, 'finding the order', () =>
    context.db.selectFrom('orders').select('id').where('token', '=', token).executeTakeFirst(),
  )
  const orderId = found.kind === 'done' ? found.value?.id : undefined
  if (orderId === undefined) return
  const received = { collectedPaisa, feePaisa, note: 'counted' }
  const write = () => settleByHand(context.db, world.staff, orderId, received)
  const refusals = ['RECEIVABLE_NOT_FOUND', 'RECEIVABLE_SETTLED'] as const
  const answer = await ask(actor, 'writing down money', write, { refusals })
  actor.note(`wrote money down: ${answer.kind === 'refused' ? answer.code : answer.kind}`)
  if (answer.kind === 'done' && answer.value.collectedPaisa !== collectedPaisa)
    throw new Violation(`${actor.name} was told that other money was written down`)
}
