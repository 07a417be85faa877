import { setTimeout as sleep } from 'node:timers/promises'
import type { BookingCourier, ParcelPriceRow } from '@dhakacart/contract/console-couriers.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { Couriers, ParcelPrice, PriceAnswer } from './courier.ts'
import { CourierUnavailable } from './courier-errors.ts'
import { wholeTaka } from './parcel-content.ts'
import * as parcels from './parcels.repository.ts'

/** New questions of one call: a third of what Pathao takes of a merchant in a minute. The rest is told when asked again. */
const questionsMax = 20
const questionsAtOnce = 4
/** How long a person waits for prices; what is answered later is known to whoever asks next. */
const waitMs = 8_000
/** Prices are agreed with the courier and change seldom. */
const keptMs = 6 * 3_600_000
/** A few weights for each zone the shop sends to. */
const keptMax = 5_000

type Question = { cityId: number; zoneId: number; weightGrams: number }
type Kept = { price: ParcelPrice; until: number }
type PricesRequest = { courier: BookingCourier; orderIds: readonly number[]; weightGrams: number }

export type ParcelPrices = (request: PricesRequest) => Promise<ParcelPriceRow[]>

/**
 * Asks couriers what parcels would cost, holding nothing while it waits. Equal parcels are asked for once and remembered in this
 * process. It fails for no courier's sake: whatever has no price says why.
 */
export function createParcelPrices(db: Db, couriers: Couriers, deadlineMs = waitMs): ParcelPrices {
  const kept = new Map<string, Kept>()
  const asking = new Map<string, Promise<PriceAnswer>>()

  const readKept = (key: string) => {
    const one = kept.get(key)
    return one !== undefined && one.until > performance.now() ? one.price : null
  }

  /** Two people who ask the same at once ask the courier once. */
  function ask(courier: BookingCourier, key: string, question: Question): Promise<PriceAnswer> {
    const running = asking.get(key)
    if (running !== undefined) return running
    const answer = (couriers.get(courier)?.places?.price(question) ?? noPrice('not_asked')).then((one) => {
      asking.delete(key)
      if (one.kind !== 'price') return one
      const [oldest] = kept.keys()
      if (kept.size >= keptMax && oldest !== undefined) kept.delete(oldest)
      kept.delete(key)
      kept.set(key, { price: one, until: performance.now() + keptMs })
      return one
    })
    asking.set(key, answer)
    return answer
  }

  return async ({ courier, orderIds, weightGrams }) => {
    const places = couriers.get(courier)?.places
    if (places === undefined) throw new CourierUnavailable()
    const contents = await parcels.readContents(db, orderIds)
    const questions = new Map<string, Question>()
    for (const { place } of contents.values()) {
      if (place === null) continue
      const { cityId, zoneId } = place
      questions.set(keyOf(courier, place, weightGrams), { cityId, zoneId, weightGrams })
    }
    const answers = places === null ? new Map() : await askAll(courier, questions)
    return orderIds.map((orderId) => {
      const content = contents.get(orderId)
      if (content === undefined) return withoutPrice(orderId, 'order_unknown')
      if (places === null) return withoutPrice(orderId, 'by_contract')
      if (content.place === null) return withoutPrice(orderId, 'place_unknown')
      const answer = answers.get(keyOf(courier, content.place, weightGrams))
      if (answer?.kind !== 'price') return withoutPrice(orderId, answer === undefined ? 'not_asked' : 'no_answer')
      const collectionPaisa = Math.round(wholeTaka(content.collectPaisa) * 100 * answer.collectionShare)
      return { orderId, deliveryPaisa: answer.deliveryPaisa, collectionPaisa, why: null }
    })
  }

  /** What was answered in time, by key; absent what there were too many of. */
  async function askAll(
    courier: BookingCourier,
    questions: ReadonlyMap<string, Question>,
  ): Promise<Map<string, PriceAnswer>> {
    const known = [...questions.keys()].flatMap((key) => {
      const price = readKept(key)
      return price === null ? [] : [[key, { kind: 'price', ...price }] as const]
    })
    const unknown = [...questions].filter(([key]) => readKept(key) === null).slice(0, questionsMax)
    const answers = new Map<string, PriceAnswer>(known)
    const waiting = [...unknown]
    const askNext = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        answers.set(next[0], await ask(courier, ...next))
      }
    }
    const isDone = new AbortController()
    const tooLate = sleep(deadlineMs, undefined, { signal: isDone.signal }).catch(() => undefined)
    await Promise.race([Promise.all(Array.from({ length: questionsAtOnce }, askNext)), tooLate])
    isDone.abort()
    // Nobody begins another question for somebody who has gone.
    waiting.length = 0
    for (const [key] of unknown) if (!answers.has(key)) answers.set(key, { kind: 'no_price', reason: 'too_slow' })
    return new Map(answers)
  }
}

const noPrice = async (reason: string): Promise<PriceAnswer> => ({ kind: 'no_price', reason })

function keyOf(courier: BookingCourier, { cityId, zoneId }: { cityId: number; zoneId: number }, weightGrams: number) {
  return `${courier}/${cityId}/${zoneId}/${weightGrams}`
}

function withoutPrice(orderId: number, why: NonNullable<ParcelPriceRow['why']>): ParcelPriceRow {
  return { orderId, deliveryPaisa: null, collectionPaisa: null, why }
}
