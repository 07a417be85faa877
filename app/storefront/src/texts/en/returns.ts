import type { OrderReturn, ReturnReason } from '@dhakacart/contract/returns.schema.ts'

/** What each state is called, and what it means for the shopper. */
const states: Record<OrderReturn['state'], { name: string; text: string }> = {
  requested: { name: 'Return requested', text: 'We have your request, look at it and call you.' },
  approved: { name: 'Return approved', text: 'Please keep the products ready, with box and accessories.' },
  refused: { name: 'Return refused', text: 'We cannot take these products back.' },
  received: { name: 'Return received', text: 'The products are back with us.' },
}

const reasons: Record<ReturnReason, string> = {
  defective: 'It is broken or does not work',
  wrong_item: 'Another product came',
  not_as_described: 'It is not as described',
  changed_mind: 'I changed my mind',
  other: 'Another reason',
}

export const returns = {
  title: 'Returns',
  open: 'Return products',
  until: (time: string) => `You can ask until ${time}.`,
  which: 'What do you return?',
  keep: 'I keep it',
  units: (count: string) => `${count} to return`,
  line: (count: string, name: string) => `${count} × ${name}`,
  reason: 'Why?',
  choose: 'Please choose',
  reasons,
  because: (reason: string) => `Reason: ${reason}`,
  note: 'What is wrong?',
  noteHint: 'A sentence or two helps us to decide faster.',
  noteLong: (limit: string) => `Please write at most ${limit} letters.`,
  linesMissing: 'Please choose how many of which product you return.',
  reasonMissing: 'Please choose a reason.',
  send: 'Ask to return',
  states,
  refund: (amount: string) => `${amount} goes back to you.`,
}
