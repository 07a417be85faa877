import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readShopOptions } from './options.ts'

test('without a word it is port 3000, two storefronts, one api, one worker, one simulator', () => {
  const options = readShopOptions([], {})
  assert.equal(options?.port, 3000)
  assert.equal(options?.hasCache, false)
  assert.deepEqual(options?.processes, { api: 1, worker: 1, storefront: 2, simulator: 1 })
  assert.match(options?.dataFolder ?? '', /\.dhakacart$/)
})

test('flags win over environment keys', () => {
  const environment = { STOREFRONT_PROCESSES: '3', API_PROCESSES: '2', WORKER_PROCESSES: '0', SIMULATOR_PROCESSES: '0' }
  const options = readShopOptions(['--port', '3100', '--api-processes=4', '--cache'], environment)
  assert.equal(options?.hasCache, true)
  assert.equal(options?.port, 3100)
  assert.deepEqual(options?.processes, { api: 4, worker: 0, storefront: 3, simulator: 0 })
})

for (const [args, environment, sentence] of [
  [['--port', 'web'], {}, /--port must be a whole number from 0 to 65535, not "web"/],
  [['--port', '65536'], {}, /--port must be/],
  [['--api-processes', '0'], {}, /--api-processes must be a whole number from 1 to 32/],
  [[], { API_PROCESSES: '-1' }, /API_PROCESSES must be/],
  [['--simulator-processes', '2'], {}, /--simulator-processes must be a whole number from 0 to 1/],
  [['--prot', '1'], {}, /Unknown option '--prot'/],
  [['3100'], {}, /Unexpected argument '3100'/],
] as const) {
  test(`"${args.join(' ')}" with ${JSON.stringify(environment)} is refused with a sentence`, () => {
    assert.throws(() => readShopOptions(args, environment), { name: 'PlainFailure', message: sentence })
  })
}
