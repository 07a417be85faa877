import type { AuditAction } from '@dhakacart/contract/audit-actions.ts'
import type { Words } from '../../words.ts'

/** One thing that an entry says; `name` null where the value stands for itself. */
export type DetailLine = { name: string | null; text: string }

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What an entry says besides who, what and when, in the reader's words, line by line. A name or value that this release does not
 * know stands as the api wrote it.
 */
export function detailLines(action: string, detail: unknown, words: Words): DetailLine[] {
  if (!isFields(detail)) return []
  const { from, to, changed, ...rest } = detail
  const write = writerFor(action as AuditAction, words)
  return [
    ...(isFields(to) ? differences(isFields(from) ? from : {}, to, write) : lineOf('from', from, write)),
    ...(isFields(changed) ? settingLines(changed, write) : changedLine(changed, write)),
    ...Object.entries(rest).flatMap(([name, value]) => lineOf(name, value, write)),
  ]
}

/** What is no, nothing or empty says nothing by itself. Of several things each has its line. */
function lineOf(name: string, value: unknown, write: Writer): DetailLine[] {
  if (value === null || value === undefined || value === false || value === 0) return []
  if (Array.isArray(value) && value.every(isFields)) return value.flatMap((item) => lineOf(name, item, write))
  return [{ name: write.nameOf(name), text: write.textOf(name, value) }]
}

/** Only what differs. Of lists, what was taken out and what was added. */
function differences(from: Fields, to: Fields, write: Writer): DetailLine[] {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])]
  return names.flatMap((name) => {
    const [before, after] = [from[name], to[name]]
    if (Array.isArray(before) && Array.isArray(after)) return listDifferences(name, before, after, write)
    const [old, now] = [before, after].map((value) => write.textOf(name, value ?? null))
    return old === now ? [] : [{ name: write.nameOf(name), text: write.texts.change(old ?? '', now ?? '') }]
  })
}

function listDifferences(name: string, before: unknown[], after: unknown[], write: Writer): DetailLine[] {
  const [old, now] = [before, after].map((items) => items.map((item) => write.textOf(name, item)))
  const without = (items: string[] = [], others: string[] = []) => items.filter((item) => !others.includes(item))
  return [
    ...without(old, now).map((item) => ({ name: null, text: write.texts.gone(item) })),
    ...without(now, old).map((item) => ({ name: null, text: write.texts.added(item) })),
  ]
}

function settingLines(changed: Fields, write: Writer): DetailLine[] {
  return Object.entries(changed).map(([name, value]) => {
    const { from = null, to = null } = isFields(value) ? value : { to: value }
    const [old, now] = [from, to].map((each) => write.textOf(name, each))
    return { name: write.nameOf(name), text: write.texts.change(old ?? '', now ?? '') }
  })
}

/** Names of fields, or a count of rows. */
function changedLine(changed: unknown, write: Writer): DetailLine[] {
  if (!Array.isArray(changed)) return lineOf('changed', changed, write)
  const names = changed.map((name) => write.nameOf(String(name))).join(', ')
  return names === '' ? [] : [{ name: write.nameOf('changed'), text: names }]
}

type Writer = {
  texts: Words['texts']['auditDetails']
  nameOf: (name: string) => string
  textOf: (name: string, value: unknown) => string
}

function writerFor(action: AuditAction, words: Words): Writer {
  const { auditDetails: texts, settings } = words.texts
  const names: Readonly<Record<string, string>> = texts.names
  const known = valuesFor(action, words)
  const nameOf = (name: string) => {
    const setting = (settings as Readonly<Record<string, unknown>>)[name]
    if (isFields(setting)) return String(setting['label'])
    return names[name] ?? name
  }
  const textOf = (name: string, value: unknown): string => {
    if (value === null) return texts.nothing
    if (typeof value === 'boolean') return value ? words.texts.general.yes : words.texts.general.no
    if (typeof value === 'number') return numberText(name, value, words)
    if (typeof value === 'string') return known[name]?.[value] ?? (name.endsWith('At') ? words.dateTime(value) : value)
    if (Array.isArray(value)) return value.map((item) => textOf(name, item)).join(value.some(isFields) ? '; ' : ', ')
    const { en, bn, ...rest } = value as Fields
    if (typeof en === 'string' && typeof bn === 'string') return words.pick({ en, bn })
    return Object.entries({ ...(en !== undefined && { en }), ...(bn !== undefined && { bn }), ...rest })
      .filter(([, each]) => each !== null && each !== 0 && !(Array.isArray(each) && each.length === 0))
      .toSorted(([one], [other]) => Number(namesSomething(other)) - Number(namesSomething(one)))
      .map(([key, each]) => (isName(each) ? textOf(key, each) : `${nameOf(key)} ${textOf(key, each)}`))
      .join(', ')
  }
  return { texts, nameOf, textOf }
}

/** The name of a thing needs no word before it. */
const isName = (value: unknown) => isFields(value) && typeof value['en'] === 'string' && typeof value['bn'] === 'string'

function numberText(name: string, value: number, words: Words): string {
  if (name.endsWith('Paisa')) return words.money(value)
  if (name.endsWith('BasisPoints')) return `${words.number(value / 100)}%`
  if (name === 'percent' || name.endsWith('Percent')) return `${words.number(value)}%`
  // A number that names something is no count: it has no commas.
  if (namesSomething(name)) return words.digits(String(value))
  return words.number(value)
}

const namesSomething = (name: string) => name === 'booking' || name === 'id' || name.endsWith('Id')

type Known = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>

/** The words for values that are one of a few, by their name; states by what has them. */
function valuesFor(action: AuditAction, { texts }: Words): Known {
  const { auditDetails, orders, imports, stock, couriers, orderStates, roles } = texts
  const [feature = ''] = action.split('.')
  const states: Known = {
    sales: auditDetails.values['saleStates'],
    waiting_rooms: auditDetails.values['roomStates'],
    imports: imports.states,
    couriers: couriers.states,
  }
  const state = states[feature] ?? orderStates
  return {
    ...auditDetails.values,
    state,
    from: state,
    role: roles,
    courier: orders.couriers,
    method: orders.methods,
    reason: feature === 'stock' ? stock.reasons : orders.cancelReasons,
    kind: imports.kinds,
  }
}
