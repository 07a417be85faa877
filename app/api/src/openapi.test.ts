import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Route } from '@dhakacart/contract/route.ts'
import { serializerOf } from './serialization.ts'
import { startTestApi, type TestApi } from './testing/test-api.ts'
import { validatorOf } from './validation.ts'

type Operation = {
  summary?: string
  tags?: string[]
  parameters?: { in: string; name: string; required?: boolean; schema: object }[]
  requestBody?: object
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>
}
type OpenApi = {
  openapi: string
  info: { title: string; version: string }
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}

let api: TestApi
let document: OpenApi
before(async () => {
  api = await startTestApi()
  document = (await api.inject({ url: '/api/openapi.json' })).json()
})
after(() => api.drop())

const contractFolder = fileURLToPath(import.meta.resolve('@dhakacart/contract/route.ts')).replace(/route\.ts$/, '')

/** Everything the contract's files export that is a route. */
async function contractRoutes(): Promise<Route[]> {
  const files = readdirSync(contractFolder).filter((name) => name.endsWith('.schema.ts'))
  const modules = await Promise.all(files.map((name) => import(`@dhakacart/contract/${name}`)))
  return modules.flatMap((module) => Object.values(module).filter((value) => isRoute(value)))
}

function isRoute(value: unknown): value is Route {
  return typeof value === 'object' && value !== null && 'method' in value && 'url' in value && 'schema' in value
}

const addressOf = (route: Route) => `${route.method} ${route.url.replace(/:(\w+)/g, '{$1}')}`

function operations(): [string, Operation][] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  )
}

test('the document describes exactly the routes of the contract', async () => {
  const routes = await contractRoutes()
  assert.ok(routes.length >= 15)
  assert.deepEqual(
    operations()
      .map(([address]) => address)
      .toSorted(),
    routes.map(addressOf).toSorted(),
  )
})

test('every operation says what it takes and what it answers as the contract does', async () => {
  const described = new Map(operations())
  for (const route of await contractRoutes()) {
    const address = addressOf(route)
    const operation = described.get(address) as Operation
    assert.equal(operation.summary, route.schema.summary, address)
    assert.deepEqual(
      Object.keys(operation.responses).toSorted(),
      Object.keys(route.schema.response).toSorted(),
      address,
    )
    assert.equal(operation.requestBody !== undefined, route.schema.body !== undefined, address)
    const names = [route.schema.params, route.schema.querystring, route.schema.headers].flatMap((schema) =>
      Object.keys((schema as { properties?: object } | undefined)?.properties ?? {}),
    )
    assert.deepEqual((operation.parameters ?? []).map(({ name }) => name).toSorted(), names.toSorted(), address)
  }
})

test('every schema of the contract compiles, though each does so only when it is first needed', async () => {
  for (const { schema } of await contractRoutes()) {
    for (const part of [schema.params, schema.querystring, schema.headers, schema.body]) {
      if (part !== undefined) validatorOf(part)
    }
    for (const answer of Object.values(schema.response)) serializerOf(answer)
  }
})

test('the document is OpenAPI 3.1: parameters of a path are required and in it, references lead somewhere', () => {
  assert.match(document.openapi, /^3\.1\./)
  assert.equal(document.info.title, 'DhakaCart')
  assert.deepEqual(document.servers, [{ url: 'http://localhost:3000' }])
  for (const [address, { parameters = [], responses }] of operations()) {
    const inPath = [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const declared = parameters.filter((parameter) => parameter.in === 'path')
    assert.deepEqual(declared.map(({ name }) => name).toSorted(), inPath.toSorted(), address)
    assert.ok(
      declared.every(({ required }) => required === true),
      address,
    )
    for (const [status, { description }] of Object.entries(responses)) {
      assert.match(status, /^[1-5]\d\d$/)
      assert.equal(typeof description, 'string')
    }
  }
  const text = JSON.stringify(document)
  assert.ok(!text.includes('"$id"'))
  const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference as string)
  assert.ok(references.length > 0)
  for (const reference of new Set(references)) {
    const [, name] = /^#\/components\/schemas\/(\w+)$/.exec(reference) ?? []
    assert.ok(name !== undefined && name in document.components.schemas, reference)
  }
})

test('a refused request has the form that the document gives for errors', async () => {
  const answer = await api.inject({ url: '/api/catalogue/products?limit=x' })
  const { required, properties } = document.components.schemas.Error as { required: string[]; properties: object }
  const body = answer.json()
  assert.ok(required.every((name) => name in body))
  assert.ok(Object.keys(body).every((name) => name in properties))
})
