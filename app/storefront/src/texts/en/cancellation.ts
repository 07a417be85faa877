import type { CancellationReason, CancellationRequest } from '@dhakacart/contract/cancellations.schema.ts'

/** What each state is called, and what it means for the shopper. */
const states: Record<CancellationRequest['state'], { name: string; text: string }> = {
  requested: {
    name: 'You asked us to cancel',
    text: 'We look at it and tell you by SMS. Until then the order stays as it is.',
  },
  accepted: {
    name: 'We cancel it as you asked',
    text: 'What you have paid goes back to you.',
  },
  refused: { name: 'We cannot cancel it any more', text: 'We are sorry. The order stays as it is.' },
  withdrawn: { name: 'You keep the order', text: 'You took your request to cancel back.' },
  closed: { name: 'Your request to cancel is closed', text: 'The order was over before we could decide.' },
}

const reasons: Record<CancellationReason, string> = {
  changed_mind: 'I changed my mind',
  ordered_by_mistake: 'I ordered by mistake',
  takes_too_long: 'It takes too long',
  found_elsewhere: 'I found it elsewhere',
  other: 'Another reason',
}

export const cancellation = {
  title: 'Cancel this order',
  open: 'Ask us to cancel',
  packed: 'It is packed already, so we have to look whether we can still stop it. You get our answer by SMS.',
  shipped:
    'It is with the courier already, so we have to look whether it can be called back. You get our answer by SMS.',
  /** Accepted, and the parcel is not back yet. */
  calledBack:
    'We call the parcel back. If the courier still comes, please do not take it. What you have paid goes back when we have the parcel.',
  /** Accepted, and it was delivered all the same. */
  cameAnyway: 'The parcel could not be stopped in time. You can return it instead.',
  reason: 'Why?',
  choose: 'Please choose',
  reasons,
  because: (reason: string) => `Reason: ${reason}`,
  note: 'Anything we should know?',
  noteLong: (limit: string) => `Please write at most ${limit} letters.`,
  reasonMissing: 'Please choose a reason.',
  send: 'Ask to cancel',
  withdraw: 'I want the order after all',
  states,
}
