import assert from 'node:assert/strict'
import { afterEach } from 'node:test'

/** What we need of Playwright's browser and its windows, of which this part knows nothing. */
type Window = {
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): unknown
  on(event: 'weberror', listener: (thrown: { error(): Error }) => void): unknown
}
type Watchable = { on(event: 'context', listener: (window: Window) => void): unknown }

const complaints: string[] = []
let expected: readonly RegExp[] = []

/**
 * Every complaint of any window of this browser (a refused script or form, a failed hydration, an answer that is an error,
 * something thrown) fails the test in which it came. `isOfTest`: those that only a test can judge.
 */
export function watchComplaints<B extends Watchable>(browser: B, isOfTest: (text: string) => boolean = () => false): B {
  const add = (text: string) => {
    if (!isOfTest(text)) complaints.push(text)
  }
  browser.on('context', (window) => {
    window.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') add(message.text())
    })
    window.on('weberror', (thrown) => add(String(thrown.error())))
  })
  return browser
}

/** Where an error is the point of a test: each of these complaints must come in it, and may come often. */
export function expectComplaints(...patterns: readonly RegExp[]): void {
  expected = [...expected, ...patterns]
}

afterEach(() => {
  const [came, awaited] = [complaints.splice(0), expected]
  expected = []
  const unexpected = came.filter((text) => !awaited.some((pattern) => pattern.test(text)))
  assert.deepEqual(unexpected, [], 'the browser complained')
  const missing = awaited.filter((pattern) => !came.some((text) => pattern.test(text)))
  assert.deepEqual(missing.map(String), [], 'the browser did not complain')
})
