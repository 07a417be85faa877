import fastJsonStringify, { type AnySchema } from 'fast-json-stringify'
import type { FastifySerializerCompiler } from 'fastify'
import type { TSchema } from 'typebox'

type Serializer = (answer: unknown) => string

/** One for each schema, however many routes and apps share it. */
const serializers = new WeakMap<TSchema, Serializer>()

/**
 * Writes answers in the shape of the contract's schemas. A schema is compiled for the first answer in it: compiling all of
 * them, of which most are for errors that are written without, took a third of the time until a process is ready.
 */
export const serializerCompiler: FastifySerializerCompiler<TSchema> = ({ schema }) => {
  return (answer: unknown) => serializerOf(schema)(answer)
}

/** The compiled schema; throws where it cannot be compiled. */
export function serializerOf(schema: TSchema): Serializer {
  const known = serializers.get(schema)
  if (known !== undefined) return known
  const serializer: Serializer = fastJsonStringify(schema as AnySchema)
  serializers.set(schema, serializer)
  return serializer
}
