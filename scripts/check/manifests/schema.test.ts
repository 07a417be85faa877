import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import { extractSchema, schemaFileOf } from './schema.ts'

const openApi = {
  components: {
    schemas: {
      'com.example.v1.Kettle': {
        type: 'object',
        description: 'A manual.',
        properties: {
          kind: { type: 'string' },
          spec: { allOf: [{ $ref: '#/components/schemas/com.example.v1.KettleSpec' }], default: {} },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          anything: {
            type: 'object',
            'x-kubernetes-preserve-unknown-fields': true,
            properties: { a: { type: 'string' } },
          },
        },
        'x-kubernetes-group-version-kind': [{ group: 'example.com', version: 'v1', kind: 'Kettle' }],
      },
      'com.example.v1.KettleSpec': {
        type: 'object',
        required: ['port'],
        properties: { port: { 'x-kubernetes-int-or-string': true }, lid: { type: 'boolean', nullable: true } },
      },
      'com.example.v1.Unrelated': { type: 'string' },
    },
  },
}

test('a schema holds its kind to what the API server knows of it, and refuses fields that nobody knows', () => {
  const schema = extractSchema(openApi, 'example.com/v1', 'Kettle')
  assert.deepEqual(Object.keys(schema.definitions as object), ['com.example.v1.Kettle', 'com.example.v1.KettleSpec'])
  assert.ok(!JSON.stringify(schema).includes('manual'))
  const isGood = new Ajv({ strict: false }).compile(schema)
  for (const port of [80, 'http']) assert.ok(isGood({ kind: 'Kettle', spec: { port, lid: null } }))
  assert.ok(isGood({ labels: { a: 'b' }, anything: { b: 1 } }))
  const wrong = [
    { spec: {} },
    { spec: { port: true } },
    { spec: { port: 1, spout: 1 } },
    { lables: {} },
    { labels: { a: 1 } },
  ]
  for (const one of wrong) assert.ok(!isGood(one), JSON.stringify(one))
})

test('a kind that the document does not know is told', () => {
  assert.throws(() => extractSchema(openApi, 'example.com/v2', 'Kettle'), /does not know example.com\/v2 Kettle/)
})

test('each kind has a file of its own', () => {
  assert.equal(schemaFileOf('apps/v1', 'Deployment'), 'deployment.apps.v1.json')
  assert.equal(schemaFileOf('v1', 'Service'), 'service.v1.json')
})
