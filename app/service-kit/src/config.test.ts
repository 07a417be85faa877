import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ConfigError, type ConfigSpec, readConfig } from './config.ts'
import { trustedPeers } from './forwarded.ts'
import { readPublicOrigin } from './public-origin.ts'

const folder = mkdtempSync(join(tmpdir(), 'dhakacart-config-'))
after(() => rmSync(folder, { recursive: true }))

function fileWith(content: string): string {
  const path = join(folder, `secret-${Math.random()}`)
  writeFileSync(path, content)
  return path
}

const spec = {
  shopName: { key: 'SHOP_NAME', kind: 'text', give: 'the name of the shop', pattern: /^[A-Z]/, lengthMax: 20 },
  port: { key: 'PORT', kind: 'integer', min: 1, max: 65_535, default: 3000, give: 'the public port' },
  isTracing: { key: 'TRACING', kind: 'boolean', default: false, give: 'whether to trace' },
  logLevel: { key: 'LOG_LEVEL', kind: 'choice', choices: ['info', 'debug'], default: 'info', give: 'a log level' },
  apiUrl: { key: 'API_URL', kind: 'url', protocols: ['http:', 'https:'], give: 'the address of the api' },
  holdMs: { key: 'HOLD', kind: 'duration', minMs: 1_000, maxMs: 3_600_000, default: 600_000, give: 'how long to hold' },
  origins: { key: 'ORIGINS', kind: 'list', itemsMax: 3, default: [], give: 'names, separated by commas' },
  publicOrigin: { key: 'PUBLIC_ORIGIN', kind: 'parsed', parse: readPublicOrigin, give: 'the address of the shop' },
  cacheUrl: { key: 'CACHE_URL', kind: 'url', protocols: ['redis:'], optional: true, give: 'the cache' },
  databaseUrl: { key: 'DATABASE_URL', kind: 'secret', protocols: ['postgres:'], give: 'the database address' },
  signingSecret: { key: 'SIGNING_SECRET', kind: 'secret', lengthMin: 8, give: 'at least 8 random characters' },
  smsToken: { key: 'SMS_TOKEN', kind: 'secret', optional: true, give: 'the token of the SMS gateway' },
} as const satisfies ConfigSpec

const good = {
  SHOP_NAME: 'DhakaCart',
  API_URL: 'http://localhost:3001',
  PUBLIC_ORIGIN: 'http://localhost:3000',
  DATABASE_URL: 'postgres://shop:pass@localhost:5432/shop',
  SIGNING_SECRET: 'eight-or-more',
}

function problemsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(spec, { ...good, ...env })
  } catch (error) {
    assert.ok(error instanceof ConfigError, String(error))
    for (const problem of error.problems) assert.ok(error.message.includes(`- ${problem}`))
    return error.problems
  }
  return []
}

test('given values are read with their types, the rest take their defaults, unknown keys are ignored', () => {
  const config = readConfig(spec, {
    ...good,
    PORT: ' 8080 ',
    TRACING: 'true',
    HOLD: '2m',
    ORIGINS: 'a, b',
    HOME: '/root',
  })
  const port: number = config.port
  const logLevel: 'info' | 'debug' = config.logLevel
  const cacheUrl: string | undefined = config.cacheUrl
  assert.deepEqual([port, logLevel, cacheUrl], [8080, 'info', undefined])
  assert.deepEqual([config.isTracing, config.holdMs, [...config.origins]], [true, 120_000, ['a', 'b']])
  assert.equal(config.publicOrigin.cookiePrefix, '')
  assert.equal(config.databaseUrl, good.DATABASE_URL)
  assert.deepEqual(Object.keys(config), Object.keys(spec))
})

test('an empty value counts as absent', () => {
  assert.equal(readConfig(spec, { ...good, PORT: '', TRACING: ' ' }).port, 3000)
  assert.match(problemsOf({ API_URL: ' ' })[0] ?? '', /^API_URL is missing: give the address of the api\.$/)
})

test('all problems are reported together, one sentence each, naming the key and what to give', () => {
  const problems = problemsOf({
    SHOP_NAME: undefined,
    PORT: '0',
    TRACING: 'yes',
    LOG_LEVEL: 'loud',
    API_URL: 'localhost:3001',
    HOLD: '10',
    ORIGINS: 'a,,b',
    PUBLIC_ORIGIN: 'http://shop.example',
    DATABASE_URL: undefined,
    SIGNING_SECRET: 'short',
  })
  const keys = 'SHOP_NAME PORT TRACING LOG_LEVEL API_URL HOLD ORIGINS PUBLIC_ORIGIN DATABASE_URL SIGNING_SECRET'.split(
    ' ',
  )
  assert.deepEqual(
    problems.map((problem) => problem.split(' ')[0]),
    keys,
  )
  for (const problem of problems) assert.match(problem, /^[A-Z_]+ (is|has|must) .+: give .+\.$/)
  assert.equal(problems[1], 'PORT must be a whole number from 1 to 65535, not "0": give the public port.')
})

test('values that only look right are refused', () => {
  const wrong: [string, string[]][] = [
    ['PORT', ['65536', '-1', '3000.5', '3e3', '0x10', '३', 'NaN', '3000 4000', '9'.repeat(400)]],
    ['HOLD', ['10', '10 m', '1.5s', '-5m', '2w', 'm', '2h1s', '61m', `${'9'.repeat(15)}d`, 'infinity']],
    ['TRACING', ['1', 'TRUE', 'on']],
    ['LOG_LEVEL', ['INFO', 'info,debug', 'toString']],
    [
      'API_URL',
      ['ftp://localhost', '//localhost', 'http://', 'http://a b', 'javascript:alert(1)', 'http://u:p@localhost'],
    ],
    ['ORIGINS', [',', 'a,', 'a,b,c,d']],
    ['SHOP_NAME', ['dhakacart', 'D'.repeat(21)]],
    ['DATABASE_URL', ['mysql://localhost/shop', 'shop', 'postgres:']],
  ]
  for (const [key, values] of wrong) {
    for (const value of values) {
      const problems = problemsOf({ [key]: value })
      assert.equal(problems.length, 1, `${key}=${value}`)
      assert.ok(problems[0]?.startsWith(`${key} `))
      assert.ok((problems[0]?.length ?? 0) < 300, 'a problem stays one readable sentence')
    }
  }
})

test('a duration is read in every unit', () => {
  const durations = { '1000': 1_000, '1500ms': 1_500, '30s': 30_000, '10m': 600_000, '1h': 3_600_000 }
  for (const [text, ms] of Object.entries(durations)) assert.equal(readConfig(spec, { ...good, HOLD: text }).holdMs, ms)
})

test('a secret may lie in a file, whose surrounding space is dropped', () => {
  const env = { ...good, SIGNING_SECRET: undefined, SIGNING_SECRET_FILE: fileWith('\n from-a-file \n') }
  assert.equal(readConfig(spec, env).signingSecret, 'from-a-file')
  assert.equal(readConfig(spec, { ...good, SMS_TOKEN_FILE: fileWith('x') }).smsToken, 'x')
})

test('only secrets are read from files', () => {
  assert.equal(readConfig(spec, { ...good, PORT_FILE: fileWith('4000') }).port, 3000)
})

test('a secret given twice, or from a file that is missing, empty, too large or a folder, is one problem', () => {
  const both = { SIGNING_SECRET_FILE: fileWith('from-a-file') }
  assert.match(problemsOf(both)[0] ?? '', /^SIGNING_SECRET is given twice/)
  const files = [join(folder, 'absent'), fileWith('  \n'), fileWith('x'.repeat(65_537)), folder, fileWith('short')]
  for (const path of files) {
    const problems = problemsOf({ SIGNING_SECRET: undefined, SIGNING_SECRET_FILE: path })
    assert.equal(problems.length, 1, path)
    assert.match(problems[0] ?? '', /^SIGNING_SECRET .+: give at least 8 random characters\.$/)
  }
})

test('the value of a secret, or of an address with a password, is never printed', () => {
  const hidden = 'h1dd3n'
  const problems = [
    ...problemsOf({
      SIGNING_SECRET: hidden,
      DATABASE_URL: `mysql://u:${hidden}@db/x`,
      API_URL: `http://u:${hidden}@api`,
    }),
    ...problemsOf({ DATABASE_URL: hidden, API_URL: `htp://u:${hidden}@api`, SIGNING_SECRET_FILE: fileWith(hidden) }),
    ...problemsOf({ SIGNING_SECRET: undefined, SIGNING_SECRET_FILE: fileWith(hidden) }),
  ]
  assert.equal(problems.length, 7)
  assert.ok(!problems.join('\n').includes(hidden))
})

test('a missing required secret is a problem: there is no default to fall back on', () => {
  assert.match(problemsOf({ SIGNING_SECRET: undefined })[0] ?? '', /^SIGNING_SECRET is missing/)
  // @ts-expect-error a secret with a default must not even compile
  const withDefault: ConfigSpec = { x: { key: 'X', kind: 'secret', default: 'y', give: 'a secret' } }
  assert.throws(() => readConfig(withDefault, {}), ConfigError)
})

test('the result is frozen all the way down', () => {
  const config = readConfig(spec, { ...good, ORIGINS: 'a' })
  assert.throws(() => Object.assign(config, { port: 1 }), TypeError)
  assert.throws(() => (config.origins as string[]).push('b'), TypeError)
  assert.throws(() => Object.assign(config.publicOrigin, { origin: 'x' }), TypeError)
  const nested = { nested: { key: 'N', kind: 'parsed', parse: () => ({ a: [{ b: 1 }] }), give: 'x' } } as const
  const inner = readConfig(nested, { N: 'x' }).nested.a[0]
  assert.throws(() => Object.assign(inner ?? {}, { b: 2 }), TypeError)
})

test('a parser decides what is right; its own mistakes are not taken for wrong values', () => {
  const peers = {
    clientAddress: {
      key: 'TRUSTED_PEERS',
      kind: 'parsed',
      parse: (text: string) => trustedPeers(text.split(',')),
      default: 'loopback',
      give: 'addresses of proxies',
    },
  } as const
  assert.equal(readConfig(peers, {}).clientAddress('127.0.0.1', '1.2.3.4'), '1.2.3.4')
  assert.throws(() => readConfig(peers, { TRUSTED_PEERS: 'everyone' }), ConfigError)
  const broken = { x: { key: 'X', kind: 'parsed', parse: () => assert.fail('bug'), give: 'x' } } as const
  assert.throws(() => readConfig(broken, { X: 'x' }), assert.AssertionError)
})
