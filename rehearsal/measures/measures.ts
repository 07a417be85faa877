import { Histogram } from './histogram.ts'

/** What visitors do, each measured by itself. */
export const actionKinds = ['page', 'personal', 'cart', 'order', 'room', 'payment'] as const
export type ActionKind = (typeof actionKinds)[number]

/**
 * ok: what was wanted. refused: an honest no (sold out, price changed, a limit). busy: an honest "later" with Retry-After.
 * failed: no good answer within 30 s of the first try, or one that lies.
 */
const outcomes = ['ok', 'refused', 'busy', 'failed'] as const
export type Outcome = (typeof outcomes)[number]

type Counts = Record<Outcome, number> & { repeated: number }

/** One second of one kind of action. */
export type KindSecond = Counts & { latency: Histogram }

/** One second of the rehearsal, of one process of visitors or, added up, of all. */
export class Second {
  readonly at: number
  readonly kinds = new Map<ActionKind, KindSecond>()
  arrived = 0
  /** Took a ticket of the waiting room; were called, or left it. */
  joined = 0
  called = 0
  ordered = 0

  /** @param at Whole seconds since the start. */
  constructor(at: number) {
    this.at = at
  }

  of(kind: ActionKind): KindSecond {
    let found = this.kinds.get(kind)
    if (found === undefined) {
      found = { ok: 0, refused: 0, busy: 0, failed: 0, repeated: 0, latency: new Histogram() }
      this.kinds.set(kind, found)
    }
    return found
  }

  merge(other: Second): void {
    this.arrived += other.arrived
    this.joined += other.joined
    this.called += other.called
    this.ordered += other.ordered
    for (const [kind, theirs] of other.kinds) addUp(this.of(kind), theirs)
  }
}

function addUp(ours: KindSecond, theirs: KindSecond | undefined): void {
  if (theirs === undefined) return
  for (const name of [...outcomes, 'repeated'] as const) ours[name] += theirs[name]
  ours.latency.merge(theirs.latency)
}

/** A second as it travels from a process of visitors: plain JSON. */
export type SentSecond = {
  at: number
  arrived: number
  joined: number
  called: number
  ordered: number
  kinds: { kind: ActionKind; counts: Counts; latency: number[] }[]
}

export function packSecond(second: Second): SentSecond {
  const { at, arrived, joined, called, ordered } = second
  const kinds = [...second.kinds].map(([kind, { latency, ...counts }]) => ({
    kind,
    counts,
    latency: latency.toPairs(),
  }))
  return { at, arrived, joined, called, ordered, kinds }
}

export function unpackSecond(sent: SentSecond): Second {
  const second = new Second(sent.at)
  Object.assign(second, { arrived: sent.arrived, joined: sent.joined, called: sent.called, ordered: sent.ordered })
  for (const { kind, counts, latency } of sent.kinds) {
    second.kinds.set(kind, { ...counts, latency: Histogram.fromPairs(latency) })
  }
  return second
}

/** The seconds of the whole rehearsal, of all processes together. */
export class Series {
  readonly seconds: Second[] = []

  add(second: Second): void {
    for (let at = this.seconds.length; at <= second.at; at++) this.seconds.push(new Second(at))
    this.seconds[second.at]?.merge(second)
  }

  /** People in the waiting room at the end of each second. */
  waiting(): number[] {
    let waiting = 0
    return this.seconds.map(({ joined, called }) => {
      waiting += joined - called
      return waiting
    })
  }

  /** Everything of one kind between two seconds, the second excluded. */
  total(kind: ActionKind, from = 0, to = this.seconds.length): KindSecond {
    const sum = new Second(from).of(kind)
    for (const second of this.seconds.slice(from, to)) addUp(sum, second.kinds.get(kind))
    return sum
  }
}
