/** JSON Schema as far as we touch it. */
export type Schema = { [key: string]: unknown }

type GroupVersionKind = { readonly group: string; readonly version: string; readonly kind: string }

/** What an API server says of one group and version at /openapi/v3/…. */
export type OpenApi = { readonly components: { readonly schemas: Readonly<Record<string, Schema>> } }

const REFERENCE = '#/components/schemas/'

/** The name of the file that keeps the schema of objects like this. */
export function schemaFileOf(apiVersion: string, kind: string): string {
  return `${kind.toLowerCase()}.${apiVersion.replace('/', '.')}.json`
}

/**
 * The schema of one kind with everything it refers to, without the manual, and stricter than the API server's: a field that
 * nobody knows is a mistake. Throws when the document does not know the kind.
 */
export function extractSchema({ components: { schemas } }: OpenApi, apiVersion: string, kind: string): Schema {
  const [version = '', group = ''] = apiVersion.split('/').reverse()
  const isWanted = (one: GroupVersionKind) => one.kind === kind && one.version === version && one.group === group
  const found = Object.entries(schemas).find(([, schema]) =>
    (schema['x-kubernetes-group-version-kind'] as GroupVersionKind[] | undefined)?.some(isWanted),
  )
  if (found === undefined) throw new Error(`The API server does not know ${apiVersion} ${kind}.`)
  const definitions: Record<string, Schema> = {}
  const wanted = [found[0]]
  for (const name of wanted) {
    if (definitions[name] !== undefined) continue
    definitions[name] = tighten(schemas[name] ?? {}, (reference) => wanted.push(reference))
  }
  return { $ref: `#/definitions/${found[0]}`, definitions }
}

/** Words of JSON Schema that say what is right; the rest explains, or is for other programs. */
const kept = new Set([
  'type',
  'enum',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'required',
])
const inside = new Set(['items', 'additionalProperties', 'not'])
const lists = new Set(['allOf', 'anyOf', 'oneOf'])

function tighten(schema: Schema, refer: (name: string) => void): Schema {
  const result: Schema = {}
  for (const [word, value] of Object.entries(schema)) {
    if (word === '$ref') {
      const name = String(value).slice(REFERENCE.length)
      refer(name)
      result.$ref = `#/definitions/${name}`
    } else if (word === 'properties') {
      const properties = Object.entries(value as Record<string, Schema>)
      result.properties = Object.fromEntries(properties.map(([name, one]) => [name, tighten(one, refer)]))
    } else if (inside.has(word)) {
      result[word] = typeof value === 'object' ? tighten(value as Schema, refer) : value
    } else if (lists.has(word)) {
      result[word] = (value as Schema[]).map((one) => tighten(one, refer))
    } else if (kept.has(word)) result[word] = value
  }
  if (schema['x-kubernetes-int-or-string'] === true) result.type = ['integer', 'string']
  if (schema.nullable === true && typeof result.type === 'string') result.type = [result.type, 'null']
  const isOpen =
    schema['x-kubernetes-preserve-unknown-fields'] === true || schema['x-kubernetes-embedded-resource'] === true
  const isObject = result.properties !== undefined && schema.type === 'object'
  if (isObject && !isOpen && result.additionalProperties === undefined) result.additionalProperties = false
  return result
}
