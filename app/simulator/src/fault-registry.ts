import {
  type CallKind,
  canStrike,
  type FaultName,
  faultOfNumber,
  faultsOf,
  isCallFault,
  type Provider,
} from './provider-faults.ts'

type NextFault = { provider: Provider; fault: FaultName; remaining: number }
type ReferenceFault = { provider: Provider; reference: string; fault: FaultName }

const nextFaultsMax = 100
const referenceFaultsMax = 1_000

export type FaultRegistry = ReturnType<typeof createFaultRegistry>

/** Which faults are switched on: for everything of a provider, for its next ones, or for one transaction. */
export function createFaultRegistry() {
  const always = new Map<Provider, Set<FaultName>>()
  let next: NextFault[] = []
  let byReference: ReferenceFault[] = []

  function check(provider: Provider, fault: FaultName): void {
    if (!faultsOf(provider).includes(fault)) throw new RangeError(`${provider} has no fault ${fault}`)
  }

  function takeNext(provider: Provider, isWanted: (fault: FaultName) => boolean): FaultName[] {
    const struck = next.filter((one) => one.provider === provider && isWanted(one.fault))
    for (const one of struck) one.remaining -= 1
    next = next.filter(({ remaining }) => remaining > 0)
    return struck.map(({ fault }) => fault)
  }

  function ofEverything(provider: Provider, isWanted: (fault: FaultName) => boolean): FaultName[] {
    return [...(always.get(provider) ?? [])].filter(isWanted)
  }

  return {
    /** Every one of the provider's from now on has exactly these faults. */
    setAlways(provider: Provider, faults: readonly FaultName[]): void {
      for (const fault of faults) check(provider, fault)
      always.set(provider, new Set(faults))
    },
    /** The next `count` requests (call faults) or transactions (all others) of the provider have this fault. */
    addNext(provider: Provider, fault: FaultName, count: number): void {
      check(provider, fault)
      next = [...next, { provider, fault, remaining: count }].slice(-nextFaultsMax)
    },
    /** The transaction with this merchant's reference has this fault, also when it begins later. */
    addForReference(provider: Provider, reference: string, fault: FaultName): void {
      check(provider, fault)
      byReference = [...byReference, { provider, reference, fault }].slice(-referenceFaultsMax)
    },
    clear(): void {
      always.clear()
      next = []
      byReference = []
    },
    /** Faults of one request; those for the next request are used up by the first that they can strike. */
    takeForCall(provider: Provider, kind: CallKind): FaultName[] {
      const isWanted = (fault: FaultName) => canStrike(fault, kind)
      return [...ofEverything(provider, isWanted), ...takeNext(provider, isWanted)]
    },
    /** Faults a transaction begins with; those for the next transaction are used up by it. */
    takeForTransaction(provider: Provider, reference: string, phone = ''): FaultName[] {
      const isWanted = (fault: FaultName) => !isCallFault(fault)
      const ofNumber = faultOfNumber(provider, phone)
      const ofReference = byReference.filter((one) => one.provider === provider && one.reference === reference)
      return [
        ...new Set([
          ...ofEverything(provider, isWanted),
          ...takeNext(provider, isWanted),
          ...ofReference.map(({ fault }) => fault).filter(isWanted),
          ...(ofNumber === null ? [] : [ofNumber]),
        ]),
      ]
    },
    list: () => ({
      always: Object.fromEntries([...always].map(([provider, faults]) => [provider, [...faults]])),
      next: next.map((one) => ({ ...one })),
      byReference: byReference.map((one) => ({ ...one })),
    }),
  }
}
