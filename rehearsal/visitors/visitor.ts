import type { SourceAddress } from '../http/source-address.ts'
import { angryShare, banglaShare, clickIdShare, drawRole, onlineShare, type Role, searchWords } from '../plan/mix.ts'
import { isHere, type Plan } from '../plan/plan.ts'
import { drawPause, pick, pickIndex, type Random, randomOf } from '../plan/random.ts'
import { carrierAddress } from './carrier-address.ts'
import { judgePage, VisitorClient } from './client.ts'
import type { Journal, JournalEntry, Wait } from './journal.ts'
import type { KnownShop } from './known-shop.ts'
import type { Recorder } from './recorder.ts'
import { type Shopping, Trolley } from './trolley.ts'
import { WaitingLine } from './waiting-line.ts'

export type Surroundings = {
  plan: Plan
  shop: KnownShop
  recorder: Recorder
  journal: Journal<JournalEntry>
  waits: Journal<Wait>
  source: SourceAddress | null
}

/** In a rush people do not think for half a minute. */
const hurriedThinkMs = 3_000
/** Within these milliseconds after the opening everybody who came for it has begun to press. */
const rushWithinMs = 4_000
const reloads = 3
/** Part of the list that most people look at: the cube makes the first tenth of the products half of the views. */
const popularityPower = 3

/** One person: comes once, acts at moments drawn beforehand, and sees only what any browser sees. */
export class Visitor {
  readonly arrivesAt: number
  readonly #random: Random
  readonly #role: Role
  readonly #language: 'en' | 'bn'
  readonly #client: VisitorClient
  readonly #surroundings: Surroundings
  readonly #trolley: Trolley
  /** The waiting room before what this visitor wants; null: none, or it is behind. */
  #line: WaitingLine | null = null
  #step = 0
  #isShopping: boolean

  constructor(id: number, surroundings: Surroundings) {
    const { plan, recorder, source, waits } = surroundings
    this.#surroundings = surroundings
    this.#random = randomOf(plan.seed, id)
    const role = drawRole(this.#random, plan.shares)
    this.#role = role === 'rusher' && plan.flash === null ? 'buyer' : role
    this.#language = this.#random() < banglaShare ? 'bn' : 'en'
    this.arrivesAt = this.#random() * plan.rampMs
    this.#client = new VisitorClient({
      origin: plan.origin,
      recorder,
      ...(source !== null && { source }),
      ...(plan.ca !== null && { ca: plan.ca }),
      ...(isHere(plan.origin) && { forwardedFor: carrierAddress(id) }),
    })
    this.#isShopping = this.#role === 'rusher' || this.#role === 'buyer' || this.#role === 'abandoner'
    const saleId = this.#role === 'rusher' ? (plan.flash?.roomOfSale ?? null) : null
    if (saleId !== null) {
      this.#line = new WaitingLine(this.#client, {
        recorder,
        random: this.#random,
        saleId,
        openingMs: plan.openingMs,
        waits,
      })
    }
    this.#trolley = new Trolley(this.#client, surroundings, this.#shopping(id))
  }

  get hasConnection(): boolean {
    return this.#client.hasConnection
  }

  /** Does what is next, and tells when the visitor means to act again, ms since the start; null: not any more. */
  async act(meantAt: number): Promise<number | null> {
    const step = this.#step++
    if (step === 0) await this.#arrive(meantAt)
    else if (this.#line !== null) return this.#wait(this.#line, meantAt)
    else if (this.#isShopping && this.#trolley.isDue(meantAt)) this.#isShopping = await this.#trolley.goOn(meantAt)
    else await this.#look(meantAt)
    const next = this.#nextMoment(meantAt)
    const { staysMs = Number.POSITIVE_INFINITY } = this.#surroundings.plan
    return this.#isShopping || next < this.arrivesAt + staysMs ? next : null
  }

  /** In the waiting room: nothing else is done meanwhile, and a turn is taken at once. */
  async #wait(line: WaitingLine, meantAt: number): Promise<number> {
    const turn = await line.goOn(meantAt)
    if (turn.kind === 'again') return turn.atMs
    this.#line = null
    if (turn.kind === 'gone') this.#isShopping = false
    return meantAt + drawPause(this.#random, hurriedThinkMs)
  }

  leave(): void {
    this.#line?.giveUp()
    this.#client.close()
  }

  #shopping(id: number): Shopping {
    const { plan, shop } = this.#surroundings
    const isRusher = this.#role === 'rusher' && plan.flash !== null
    return {
      variantId: isRusher && plan.flash !== null ? plan.flash.variantId : pick(this.#random, shop.variantIds),
      language: this.#language,
      // A number of each visitor's own: a phone may have only so many orders on their way.
      phone: `017${String((plan.seed * 1_000_003 + id) % 100_000_000).padStart(8, '0')}`,
      // Who has waited for a turn takes it.
      startsAt: isRusher && this.#line === null ? plan.openingMs + this.#random() * rushWithinMs : 0,
      buys: this.#role !== 'abandoner',
      paysOnline: plan.simulatorOrigin !== null && this.#random() < onlineShare,
    }
  }

  #nextMoment(meantAt: number): number {
    const { plan } = this.#surroundings
    if (this.#isShopping && this.#trolley.hasBegun) {
      return meantAt + drawPause(this.#random, Math.min(hurriedThinkMs, plan.thinkMs))
    }
    const next = meantAt + drawPause(this.#random, plan.thinkMs)
    const startsAt = this.#trolley.startsAt
    // Whoever came for the sale looks at the clock.
    return this.#isShopping && meantAt < startsAt && next > startsAt ? startsAt : next
  }

  async #arrive(meantAt: number): Promise<void> {
    this.#surroundings.recorder.countArrival(meantAt)
    const { plan, shop } = this.#surroundings
    const random = this.#random
    const path =
      this.#role === 'rusher' && plan.flash !== null
        ? `/p/${plan.flash.slug}`
        : random() < 0.5
          ? ''
          : `/p/${this.#popular(shop.productSlugs)}`
    const clickId = random() < clickIdShare ? `?fbclid=${pickIndex(random, 2 ** 31).toString(36)}&utm_source=eid` : ''
    await this.#view(`${path}${clickId}`, meantAt)
  }

  async #look(meantAt: number): Promise<void> {
    const { plan, shop } = this.#surroundings
    const random = this.#random
    const draw = random()
    if (this.#role === 'searcher' && draw < 0.5) {
      await this.#view(`/search?q=${encodeURIComponent(pick(random, searchWords))}`, meantAt)
    } else if (this.#role === 'rusher' && plan.flash !== null && meantAt < plan.openingMs) {
      await this.#view(`/p/${plan.flash.slug}`, meantAt)
    } else if (draw < 0.25) await this.#view('', meantAt)
    else if (draw < 0.6) await this.#view(`/c/${this.#popular(shop.categorySlugs)}`, meantAt)
    else await this.#view(`/p/${this.#popular(shop.productSlugs)}`, meantAt)
    if (random() >= angryShare) return
    for (let reload = 0; reload < reloads; reload++) await this.#view('', this.#surroundings.recorder.now())
  }

  #popular(list: readonly string[]): string {
    return list[Math.floor(list.length * this.#random() ** popularityPower)] ?? ''
  }

  /** The document and its personal request; scripts and pictures are the delivery network's. */
  async #view(path: string, meantAt: number): Promise<void> {
    const url = `/${this.#language}${path}`
    const page = await this.#client.send({ kind: 'page', method: 'GET', path: url, meantAt, judge: judgePage })
    if (page === null) return
    const { recorder } = this.#surroundings
    const headers = { accept: 'application/json' }
    await this.#client.send({
      kind: 'personal',
      method: 'GET',
      path: '/api/cart/summary',
      headers,
      meantAt: recorder.now(),
    })
  }
}
