/** Reads fields of a provider's answer, which may hold anything. */
export type AnswerFields = Readonly<Record<string, unknown>>

export function fieldsOf(body: unknown): AnswerFields {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as AnswerFields) : {}
}

/** Longest text of a provider that we keep. */
const maxTextLength = 300

/** The text, or null when it is absent, empty or no text. */
export function textOf(fields: AnswerFields, name: string): string | null {
  const value = fields[name]
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value.slice(0, maxTextLength) : null
}

/** Taka with up to two places, as text or number, in paisa; null for anything else. Nothing is rounded: what has more places is refused. */
export function takaOf(fields: AnswerFields, name: string): number | null {
  const text = textOf(fields, name)
  const [, whole, fraction = ''] = /^(\d{1,9})(?:\.(\d{1,2})0*)?$/.exec(text ?? '') ?? []
  return whole === undefined ? null : Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
}

/** Paisa as the providers read them: `1234.50`. */
export function toTaka(paisa: number): string {
  return `${Math.floor(paisa / 100)}.${String(paisa % 100).padStart(2, '0')}`
}

/** Of the named fields those that are there, for people to read. */
export function pickTexts(fields: AnswerFields, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = textOf(fields, name)
      return text === null ? [] : [[name, text]]
    }),
  )
}
