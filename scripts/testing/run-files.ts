import process from 'node:process'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { parseArgs } from 'node:util'

/**
 * Runs test files in the order they are given, which `node --test` would sort, each in a process of its own; its summary goes to
 * stdout and the exit status is 1 when a test failed.
 */
const { values, positionals: files } = parseArgs({
  options: {
    concurrency: { type: 'string', default: '1' },
    'timeout-ms': { type: 'string' },
    'test-name-pattern': { type: 'string', multiple: true },
    'test-skip-pattern': { type: 'string', multiple: true },
    'test-only': { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
const stopping = new AbortController()
process.once('SIGINT', () => stopping.abort())
const tests = run({
  files,
  concurrency: Number(values.concurrency),
  only: values['test-only'],
  signal: stopping.signal,
  ...(values['timeout-ms'] !== undefined && { timeout: Number(values['timeout-ms']) }),
  ...(values['test-name-pattern'] !== undefined && { testNamePatterns: values['test-name-pattern'] }),
  ...(values['test-skip-pattern'] !== undefined && { testSkipPatterns: values['test-skip-pattern'] }),
})
tests.on('test:fail', () => {
  process.exitCode = 1
})
tests.compose(spec).pipe(process.stdout)
