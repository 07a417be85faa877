import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PlainFailure } from '../command.ts'
import { readRehearsalOptions } from './options.ts'

const read = (...args: string[]) => readRehearsalOptions(args, {})

test('without options the shop of this machine is meant, with every fault there is', () => {
  const options = read()
  assert.deepEqual(
    [options?.visitors, options?.minutes, options?.against, options?.faults, options?.hasWaitingRoom],
    [2_000, 2.5, null, null, false],
  )
  assert.equal(read('--help'), null)
})

test('faults are chosen by name, in the order given', () => {
  assert.deepEqual(read('--faults', 'database-killed,api-killed')?.faults, ['database-killed', 'api-killed'])
  assert.deepEqual(read('--faults', 'none')?.faults, [])
})

test('with the key to its cluster the faults of a shop elsewhere are chosen too', () => {
  const elsewhere = ['--against', 'https://shop.localhost:8443', '--kubeconfig', import.meta.filename]
  assert.deepEqual(read(...elsewhere, '--faults', 'api-killed')?.faults, ['api-killed'])
  assert.equal(read(...elsewhere)?.kubeconfig, import.meta.filename)
})

for (const [args, sentence] of [
  [['--visitors', '0'], /--visitors must be a whole number from 1/],
  [['--visitors', '1.5'], /--visitors must be a whole number/],
  [['--minutes', 'ten'], /--minutes must be a number from 0.5/],
  [['--settle', '3'], /--settle must be a whole number from 7/],
  [['--faults', 'flood'], /no fault called "flood"/],
  [['--against', 'shop.localhost'], /--against must be an address/],
  [['--against', 'ftp://shop.localhost'], /--against must be an address/],
  [['--against', 'https://shop.localhost:8443', '--faults', 'api-killed'], /cannot reach a shop elsewhere/],
  [['--kubeconfig', 'package.json'], /give --against too/],
  [['--against', 'https://shop.localhost:8443', '--kubeconfig', '/nowhere/config'], /--kubeconfig: .* cannot be read/],
  [['--against', 'https://shop.localhost:8443', '--simulator', 'providers'], /--simulator must be an address/],
  [['--against', 'https://shop.localhost:8443', '--waiting-room'], /console of the other shop/],
  [['--ca', '/nowhere/ca.pem'], /cannot be read \(ENOENT\)/],
  [['--turbo'], /--visitors NUMBER/],
] as const) {
  test(`refuses ${args.join(' ')} in one sentence`, () => {
    assert.throws(
      () => read(...args),
      (error) => error instanceof PlainFailure && sentence.test(error.message),
    )
  })
}
