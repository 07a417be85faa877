import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { RouteOptions } from 'fastify'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

type Shape = {
  type?: string
  properties?: Record<string, Shape>
  additionalProperties?: unknown
  patternProperties?: object
  maxProperties?: number
  items?: Shape
  anyOf?: Shape[]
  maxLength?: number
  maxItems?: number
  maximum?: number
  enum?: unknown[]
  const?: unknown
  pattern?: string
}
type Part = 'body' | 'querystring' | 'params'
type ShapedRoute = { address: string; isWrite: boolean; schema: Partial<Record<Part, Shape>>; config: object }

const routes: ShapedRoute[] = []
let api: TestApi
before(async () => {
  const onRoute = ({ method, url, schema, config }: RouteOptions) => {
    for (const one of [method].flat()) {
      const isWrite = one !== 'GET'
      if (one !== 'HEAD')
        routes.push({ address: `${one} ${url}`, isWrite, schema: (schema ?? {}) as never, config: config ?? {} })
    }
  }
  api = await startTestApi({ settings: { onRoute } })
})
after(() => api.drop())

/** Everything inside a shape, with the way to it. */
function inside(shape: Shape, path: string): [string, Shape][] {
  const deeper = [
    ...Object.entries(shape.properties ?? {}).flatMap(([name, inner]) => inside(inner, `${path}.${name}`)),
    ...(shape.items ? inside(shape.items, `${path}[]`) : []),
    ...(shape.anyOf ?? []).flatMap((inner) => inside(inner, path)),
  ]
  return [[path, shape], ...deeper]
}

const shapesOf = (parts: Part[]) =>
  routes.flatMap(({ address, schema }) =>
    parts.flatMap((part) => (schema[part] ? inside(schema[part], `${address} ${part}`) : [])),
  )

test('no body and no query takes a property it does not name, at any depth', () => {
  const open = shapesOf(['body', 'querystring'])
    // A dictionary names the form of its keys and how many there may be.
    .filter(
      ([, { patternProperties, maxProperties }]) => patternProperties === undefined || maxProperties === undefined,
    )
    .filter(([, { type, additionalProperties }]) => type === 'object' && additionalProperties !== false)
    .map(([path]) => path)
  assert.deepEqual([...new Set(open)], [])
})

test('every text, list and number that a request may hold has an upper limit', () => {
  const unlimited = shapesOf(['body', 'querystring', 'params'])
    .filter(([, shape]) => {
      const isChoice = shape.enum !== undefined || shape.const !== undefined
      // A pattern without + or * is as long as it says.
      const isPatternBounded = shape.pattern !== undefined && !/(?<!\\)[+*]/.test(shape.pattern)
      if (shape.type === 'string') return !isChoice && shape.maxLength === undefined && !isPatternBounded
      if (shape.type === 'array') return shape.maxItems === undefined
      if (shape.type === 'integer' || shape.type === 'number') return !isChoice && shape.maximum === undefined
      return false
    })
    .map(([path]) => path)
  assert.deepEqual([...new Set(unlimited)], [])
})

test('a property that a row has and a request has not is refused, not written', async () => {
  const writes = routes.filter(
    ({ isWrite, schema, config }) =>
      isWrite && schema.body && !('permission' in config) && !('needsCustomer' in config),
  )
  assert.ok(writes.length >= 8)
  for (const { address } of writes) {
    const [method, url] = address.split(' ') as ['POST', string]
    const payload = { id: 1, role: 'owner', isActive: true, totalPaisa: 1, state: 'delivered', __proto__: { x: 1 } }
    const answer = await api.inject({ method, url: url.replace(/:\w+/g, 'x'), payload })
    assert.equal(answer.statusCode, 400, `${address}: ${answer.body}`)
  }
})
