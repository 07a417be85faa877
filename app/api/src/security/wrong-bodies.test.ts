import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { RouteOptions } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { createBrowser, signInByCode } from '../testing/customer.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Shape = {
  type?: string
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  anyOf?: Shape[]
  patternProperties?: Record<string, Shape>
  enum?: unknown[]
  const?: unknown
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  multipleOf?: number
}
type Part = 'body' | 'querystring' | 'params' | 'headers'
type WalkedRoute = {
  method: Method
  url: string
  schema: Partial<Record<Part, Shape>>
  config: { permission?: string; needsCustomer?: boolean }
}

const routes: WalkedRoute[] = []
let api: TestApi
before(async () => {
  const onRoute = ({ method, url, schema, config }: RouteOptions) => {
    for (const one of [method].flat()) {
      if (one === 'HEAD') continue
      routes.push({ method: one as Method, url, schema: (schema ?? {}) as never, config: (config ?? {}) as never })
    }
  }
  api = await startTestApi({ settings: { onRoute } })
})
after(() => api.drop())

const addressOf = ({ method, url }: WalkedRoute) => `${method} ${url}`
const writes = () => routes.filter(({ method }) => method !== 'GET')

/** Whoever may: each route is asked by somebody whom it lets in, so that what is refused is the request. */
async function callers() {
  const owner = () => signInAsStaff(api, 'owner')
  const customer = () => signInByCode(api)
  let [staff, shopper] = [await owner(), await customer()]
  return async ({ method, config }: WalkedRoute, url: string, payload?: unknown) => {
    const send = config.permission ? staff.send : config.needsCustomer ? shopper.send : createBrowser(api).send
    const answer = await send(method, url, payload as object, { 'idempotency-key': randomUUID() })
    // Some of them end the session of whoever calls.
    if (answer.statusCode === 401 && config.permission) staff = await owner()
    if (answer.statusCode === 401 && config.needsCustomer) shopper = await customer()
    return answer
  }
}

type Size = 'least' | 'most'

/** A value of a shape as small or as large as it allows. */
function fill(shape: Shape, size: Size): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum.at(size === 'least' ? 0 : -1)
  if (shape.anyOf)
    return fill(
      shape.anyOf.find(({ type }) => (type === 'null') === (size === 'least')) ?? (shape.anyOf[0] as Shape),
      size,
    )
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.properties ?? {})
          .filter(([name]) => size === 'most' || shape.required?.includes(name))
          .map(([name, inner]) => [name, fill(inner, size)]),
      )
    case 'array':
      return Array.from({ length: size === 'least' ? (shape.minItems ?? 0) : Math.max(1, shape.minItems ?? 0) }, () =>
        fill(shape.items ?? {}, size),
      )
    case 'integer':
    case 'number':
      return size === 'least' ? (shape.minimum ?? 0) : (shape.maximum ?? 0)
    case 'boolean':
      return size === 'most'
    case 'string':
      return textOf(shape, size)
    default:
      return null
  }
}

function textOf({ pattern, minLength = 0, maxLength = 200 }: Shape, size: Size): string {
  // A file's worth of text is another matter than a field's.
  const length = size === 'least' ? Math.max(1, minLength) : Math.min(maxLength, 10_000)
  const known = pattern === undefined ? /^/ : new RegExp(pattern, 'u')
  const fitting = ['ক্ষ', 'abc', 'A', '7', ...specialTexts]
    .map((text) => (specialTexts.includes(text) ? text : text.repeat(length).slice(0, length)))
    .find((text) => known.test(text) && text.length >= minLength && text.length <= maxLength)
  if (fitting === undefined) throw new Error(`no text is known that fits ${pattern}`)
  return fitting
}

/** What patterns of the contract ask for beyond a kind of letters. */
const specialTexts = [
  'Rahima Begum',
  '01712345678',
  'rahima@example.com',
  'a-slug',
  'SKU-1',
  'id:1',
  'a1',
  '480.webp',
  '123456',
  'A'.repeat(43),
  'a'.repeat(32),
  '2030-01-01T00:00:00.000Z',
  '2030-01-01',
]

type Place = { path: (string | number)[]; shape: Shape; isRequired: boolean }

/** Every place inside of a shape, itself first. */
function placesOf(shape: Shape, path: Place['path'] = [], isRequired = true): Place[] {
  const inner = Object.entries(shape.properties ?? {}).flatMap(([name, one]) =>
    placesOf(one, [...path, name], shape.required?.includes(name) ?? false),
  )
  const item = shape.items ? placesOf(shape.items, [...path, 0]) : []
  return [{ path, shape, isRequired }, ...inner, ...item]
}

const missing = Symbol('missing')
const unknownThings = { nothing: 'known' }

/** The same body with another value at one place. */
function withValue(body: unknown, [step, ...rest]: Place['path'], value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(body)) return [withValue(body[0], rest, value), ...body.slice(1)]
  const copy = { ...(body as Record<string, unknown>) }
  if (rest.length === 0 && value === missing) delete copy[step]
  else copy[step] = withValue(copy[step], rest, value)
  return copy
}

/** What no place of that kind takes. */
function wrongValues({ shape, isRequired, path }: Place): unknown[] {
  if (path.length === 0) return [unknownThings]
  const types = new Set([shape.type, ...(shape.anyOf ?? []).map(({ type }) => type)])
  return [
    ...(isRequired && typeof path.at(-1) === 'string' ? [missing] : []),
    ...(types.has('null') || types.has(undefined) ? [] : [null]),
    ...(types.has('string') || shape.enum || shape.const !== undefined || types.has(undefined) ? [] : ['wrong']),
    ...(types.has('array') || types.has(undefined) ? [] : [['wrong']]),
    ...(shape.enum ? ['none of them'] : []),
    ...(shape.maxLength !== undefined && shape.maxLength <= 10_000 ? ['x'.repeat(shape.maxLength + 1)] : []),
    ...(shape.minLength ? [''] : []),
    ...(shape.maximum !== undefined ? [shape.maximum + 1] : []),
    ...(shape.minimum !== undefined ? [shape.minimum - 1] : []),
    ...(types.has('integer') ? [1.5] : []),
    ...(shape.type === 'object' && shape.properties ? [unknownThings] : []),
  ]
}

test('every write refuses a body that is wrong at any one place, and names the place', async () => {
  const call = await callers()
  let count = 0
  for (const route of writes()) {
    const { body } = route.schema
    if (!body?.properties) continue
    const url = filled(route)
    const good = fill(body, 'most')
    assert.ok(Compile(body as TSchema).Check(good), `${addressOf(route)}: ${JSON.stringify(good)}`)
    for (const place of placesOf(body)) {
      for (const value of wrongValues(place)) {
        const answer = await call(route, url, withValue(good, place.path, value))
        const what = `${addressOf(route)} ${place.path.join('.')} = ${String(JSON.stringify(value)).slice(0, 60)}`
        assert.equal(answer.statusCode, 400, `${what}: ${answer.statusCode} ${answer.body}`)
        const name = place.path.findLast((step) => typeof step === 'string')
        if (name !== undefined && value !== unknownThings)
          assert.ok(answer.json().message.includes(name), `${what}: ${answer.json().message}`)
        count += 1
      }
    }
  }
  assert.ok(count > 300, String(count))
})

/** An address whose parameters have the form that the route asks for; what they name is nowhere. */
function filled({ url, schema: { params } }: WalkedRoute): string {
  return url.replace(/:(\w+)/g, (_, name) => String(fill(params?.properties?.[name] ?? {}, 'least')))
}

/** Texts that a database, a log or a page may choke on. */
const oddTexts = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e',
  '%00',
  "'; drop table orders; --",
  '<script>',
  '﷽'.repeat(10),
]

test('whatever the shape of a request allows, least, most or odd, is answered and never breaks', async () => {
  const call = await callers()
  for (const route of routes) {
    const { body, querystring } = route.schema
    const url = filled(route)
    const bodies = body === undefined ? [undefined] : [fill(body, 'least'), fill(body, 'most'), ...oddBodies(body)]
    for (const payload of bodies) {
      const answer = await call(route, url, payload)
      assert.notEqual(answer.statusCode, 500, `${addressOf(route)} ${JSON.stringify(payload)}: ${answer.body}`)
    }
    for (const query of querystring === undefined ? [] : oddQueries(querystring)) {
      const answer = await call(route, `${url}?${query}`, body === undefined ? undefined : {})
      assert.notEqual(answer.statusCode, 500, `${addressOf(route)} ${query}: ${answer.body}`)
    }
  }
})

function oddBodies(shape: Shape): unknown[] {
  const good = fill(shape, 'most')
  return placesOf(shape)
    .filter(({ shape: { type, anyOf } }) => type === 'string' || anyOf?.some((one) => one.type === 'string'))
    .flatMap(({ path }) => oddTexts.map((text) => withValue(good, path, text)))
}

function oddQueries(shape: Shape): URLSearchParams[] {
  return Object.entries(shape.properties ?? {}).flatMap(([name, inner]) =>
    [fill(inner, 'least'), fill(inner, 'most'), ...oddTexts].map(
      (value) => new URLSearchParams({ [name]: String(value) }),
    ),
  )
}

test('an id in an address may be anything: too large, no number, or odd, it finds nothing and breaks nothing', async () => {
  const call = await callers()
  const odd = [
    '0',
    '-1',
    '1.5',
    '2147483648',
    '9007199254740991',
    '99999999999999999999',
    'x',
    '%00',
    '%ff',
    '..%2f..',
    'A'.repeat(300),
  ]
  for (const route of routes.filter(({ url }) => url.includes('/:'))) {
    const { body } = route.schema
    for (const id of odd) {
      const answer = await call(
        route,
        route.url.replace(/:\w+/g, id),
        body === undefined ? undefined : fill(body, 'most'),
      )
      assert.notEqual(answer.statusCode, 500, `${addressOf(route)} ${id}: ${answer.statusCode} ${answer.body}`)
    }
  }
})
