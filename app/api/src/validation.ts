import { isPlainObject } from '@dhakacart/service-kit/plain-object.ts'
import type { FastifySchemaCompiler, FastifySchemaValidationError } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'

type PropertySchema = { type?: string; items?: PropertySchema }
type ObjectSchema = { properties?: Record<string, PropertySchema> }

/** One for each schema, however many routes and apps share it. */
const validators = new WeakMap<TSchema, Validator>()

/**
 * Checks requests against the contract's schemas. Bodies are taken as they are; texts of an address (parameters, query) are
 * read as the number, boolean or list their schema asks for, and only where they are exactly that: `1.5`, `1e3` or a
 * parameter given twice are refused rather than guessed. No text may hold what PostgreSQL cannot keep. A schema is compiled for the
 * first request that it checks.
 */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const { properties = {} } = schema as ObjectSchema
  return (value: unknown) => {
    const compiled = validatorOf(schema)
    const read = httpPart === 'body' ? value : readTexts(value as Record<string, unknown>, properties)
    if (compiled.Check(read)) {
      const path = findUnstorable(read, '')
      return path === null ? { value: read } : { error: [unstorable(path)] as never }
    }
    return { error: compiled.Errors(read) as FastifySchemaValidationError[] } as never
  }
}

/** The compiled schema; throws where it cannot be compiled. */
export function validatorOf(schema: TSchema): Validator {
  const known = validators.get(schema)
  if (known !== undefined) return known
  const validator = Compile(schema)
  validators.set(schema, validator)
  return validator
}

/**
 * Where a text holds a NUL or half a character, which PostgreSQL takes neither as text nor in JSON; null where none does. Looks
 * into what JSON and addresses are made of; a file is bytes, or a stream that leads to the whole of its connection.
 */
function findUnstorable(value: unknown, path: string): string | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : null
  if (!Array.isArray(value) && !isPlainObject(value)) return null
  for (const [name, inner] of Object.entries(value)) {
    const found = findUnstorable(inner, `${path}/${name}`)
    if (found !== null) return found
  }
  return null
}

function unstorable(instancePath: string) {
  const message = 'holds a character that no text may hold'
  return { keyword: 'pattern', instancePath, schemaPath: '#/unstorable', params: {}, message }
}

function readTexts(
  value: Record<string, unknown>,
  properties: Record<string, PropertySchema>,
): Record<string, unknown> {
  const read: Record<string, unknown> = {}
  for (const [name, given] of Object.entries(value)) {
    const schema = properties[name]
    read[name] = schema === undefined ? given : readText(given, schema)
  }
  return read
}

function readText(given: unknown, schema: PropertySchema): unknown {
  if (schema.type === 'array') {
    const items = Array.isArray(given) ? given : [given]
    return items.map((item) => (schema.items === undefined ? item : readText(item, schema.items)))
  }
  if (typeof given !== 'string') return given
  if (schema.type === 'integer') return /^-?\d{1,16}$/.test(given) ? Number(given) : given
  if (schema.type === 'boolean') return given === 'true' ? true : given === 'false' ? false : given
  return given
}
