import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errorCodes } from '@dhakacart/contract/error-codes.ts'
import { permissionsOf, staffRoles } from '@dhakacart/contract/staff-permissions.ts'
import { readDocument, readProductSources, tableBelow } from './product-sources.ts'

const sources = readProductSources()
const keys = readDocument('docs/security/keys.md')
const data = readDocument('docs/security/data.md')
const limits = readDocument('docs/security/limits.md')
const logging = readDocument('docs/security/logging.md')
const updates = readDocument('docs/security/updates.md')
/** The first cells of rows, in order. */
const firstOf = (rows: string[][]) => rows.map(([first = '']) => first).toSorted()
const unique = (items: string[]) => [...new Set(items)].toSorted()

test('every secret of the configuration stands in the inventory of keys with how it is replaced, and no other', () => {
  const inCode = sources.flatMap(({ path, text }) =>
    path.startsWith('app/simulator/')
      ? []
      : [
          ...[...text.matchAll(/kind: 'secret',\s*key: '([A-Z0-9_]+)'/g)].map(([, key = '']) => key),
          ...[...text.matchAll(/\bsecret\('([A-Z0-9_]+)'/g)].map(([, key = '']) => key),
        ],
  )
  assert.ok(inCode.length > 20)
  const rows = tableBelow(keys, 'Secrets of the configuration')
  assert.deepEqual(firstOf(rows), unique(inCode))
  for (const cells of rows) assert.ok(cells.length === 4 && cells.every((cell) => cell !== ''), String(cells[0]))
})

test('every cryptographic algorithm that the code uses stands in the inventory, in its place, and no other', () => {
  const found = new Map<string, string[]>()
  const calls =
    /\b(createHash|createHmac|createCipheriv|createDecipheriv|createSign|createVerify|sign|verify|hkdf\w*|pbkdf2\w*|scrypt\w*|derive)\(\s*['"]([\w-]+)['"]/g
  for (const { path, text } of sources) {
    for (const [, call = '', algorithm = ''] of text.matchAll(calls)) {
      const name = /^(?:sign|verify|createHmac)$/.test(call)
        ? `${call.replace('createH', 'h')} ${algorithm}`
        : algorithm
      if (name !== 'sha256') found.set(path, [...(found.get(path) ?? []), name])
    }
    // No way of the platform to compute anything is called with an algorithm that the walk cannot read.
    assert.ok(!/\bcreate(?:Hash|Hmac|Cipheriv|Sign|Verify)\(\s*[^'"\s]/.test(text), path)
  }
  const rows = tableBelow(keys, 'Algorithms in the code').filter(([where]) => where !== 'everywhere else')
  const named = rows.map(([where = '', algorithms = '']) => [where, algorithms] as const)
  assert.deepEqual(named.map(([where]) => where).toSorted(), [...found.keys()].toSorted())
  for (const [where, algorithms] of named) {
    for (const name of found.get(where) ?? []) assert.ok(algorithms.includes(name), `${where}: ${name}`)
  }
})

test('cryptography is the platform’s alone: no package of others and nothing written here', () => {
  const imports = sources.flatMap(({ text }) => [...text.matchAll(/from '([^']+)'/g)].map(([, name = '']) => name))
  const suspicious = unique(imports).filter((name) =>
    /crypt|hash|sodium|nacl|forge|jose|jwt|bcrypt|argon|tls/i.test(name),
  )
  assert.deepEqual(
    suspicious.filter((name) => !/^(?:\.|@dhakacart\/)/.test(name)),
    ['node:crypto', 'node:tls'],
  )
  const written = sources.filter(({ text }) => /0x67452301|0x6a09e667|0x428a2f98|\bS-?box\b/i.test(text))
  assert.deepEqual(written, [])
})

test('every package of others that runs stands in the inventory with what it is for, and no other', () => {
  const imported = sources.flatMap(({ path, text }) =>
    /app\/(?:simulator)\//.test(path)
      ? []
      : [...text.matchAll(/(?:from |import |import\()'([^'.][^']*)'/g)].map(([, name = '']) => name),
  )
  const packages = imported
    .filter((name) => !name.startsWith('node:') && !name.startsWith('@dhakacart/'))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    )
    .filter((name) => name !== 'kysely-codegen')
  assert.deepEqual(firstOf(tableBelow(updates, 'Inventory')), unique(packages))
})

test('the lock file names every package with its version and hash, from the registry alone', () => {
  const { packages } = JSON.parse(readDocument('package-lock.json')) as {
    packages: Record<string, { version?: string; integrity?: string; resolved?: string; link?: boolean }>
  }
  const others = Object.entries(packages).filter(([place, { link }]) => place.includes('node_modules/') && !link)
  assert.ok(others.length > 100)
  for (const [place, { version, integrity, resolved }] of others) {
    assert.match(version ?? '', /^\d+\.\d+\.\d+/, place)
    assert.match(integrity ?? '', /^sha512-/, place)
    assert.equal(resolved, undefined, place)
  }
  for (const file of ['', 'api', 'contract', 'console', 'database', 'service-kit', 'simulator', 'storefront']) {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      readDocument(file === '' ? 'package.json' : `app/${file}/package.json`),
    )
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      assert.match(String(version), /^\d+\.\d+\.\d+(?:-[\w.]+)?$/, `${file}: ${name}`)
  }
})

test('every severity of an advisory has a time frame for where the package is', () => {
  const rows = tableBelow(updates, 'Time frames')
  assert.deepEqual(
    rows.map(([severity]) => severity),
    ['critical', 'high', 'moderate', 'low'],
  )
  let before = 0
  for (const [severity, ...frames] of rows) {
    const [reachable = Number.NaN] = frames.map((frame) => Number(/^(\d+) days?$/.exec(frame)?.[1] ?? Number.NaN))
    assert.ok(reachable > before, `${severity}: ${frames}`)
    assert.ok(frames.every((frame) => /^\d+ days?$|^with the next round$/.test(frame)))
    before = reachable
  }
})

test('every table has a level of protection, and every level says how it is protected', () => {
  const tables = [...readDocument('app/database/schema.sql').matchAll(/^create table (\w+)/gm)].map(
    ([, name = '']) => name,
  )
  const rows = tableBelow(data, 'Tables')
  assert.deepEqual(firstOf(rows), tables.toSorted())
  const protection = tableBelow(data, 'Protection by level')
  assert.deepEqual(unique(rows.map(([, level = '']) => level)), firstOf(protection))
  for (const cells of protection) assert.ok(cells.length === 6 && cells.every((cell) => cell !== ''), String(cells[0]))
})

test('a table with a name, number, address or secret of somebody is never called business or public', () => {
  const levels = new Map(tableBelow(data, 'Tables').map(([table = '', level = '']) => [table, level]))
  const delicate =
    /^(?:phone|email|.*_phone|.*_email|customer_name|recipient_name|street_address|recipient|.*token.*|.*password.*|.*totp.*|salt|code_hash|scope_hash|cells|device)$/
  for (const [, table = '', body = ''] of readDocument('app/database/schema.sql').matchAll(
    /^create table (\w+) \(\n([\s\S]*?)^\)/gm,
  )) {
    const columns = [...body.matchAll(/^ {2}([a-z_]+) /gm)]
      .map(([, name = '']) => name)
      .filter((name) => delicate.test(name))
    if (columns.length > 0) assert.match(levels.get(table) ?? '', /^(?:secret|personal)$/, `${table}: ${columns}`)
    const secrets = columns.filter((name) => /token|password|totp|code_hash/.test(name))
    if (secrets.length > 0) assert.equal(levels.get(table), 'secret', `${table}: ${secrets}`)
  }
})

test('who sees personal data is written down as the table of permissions has it', () => {
  assert.deepEqual(
    tableBelow(data, 'Who sees personal data').map(([role, may]) => [role, may === 'yes']),
    staffRoles.map((role) => [role, permissionsOf[role].includes('customers.personal_data')]),
  )
})

/** The number that a constant of a file is, products of whole numbers included. */
function constantIn(file: string, name: string): number {
  const expression = new RegExp(`^(?:export )?const ${name} = ([\\d_* ]+)$`, 'm').exec(readDocument(file))?.[1] ?? ''
  return expression
    .replaceAll('_', '')
    .split('*')
    .reduce((product, factor) => product * Number(factor || Number.NaN), 1)
}

test('every limit that is written down is the one the code has', () => {
  const rows = tableBelow(limits, 'Numbers').map(([, number, constant]) => [number, constant] as const)
  const files = tableBelow(limits, 'Files').map(([, , number, constant]) => [number, constant] as const)
  assert.ok(rows.length > 30 && files.length === 4)
  for (const [number, constant = ''] of [...rows, ...files]) {
    const [file = '', name = ''] = constant.split(' ')
    assert.equal(Number(number), constantIn(file, name), constant)
  }
})

test('what must agree is written down with the refusal that the contract has', () => {
  const codes = tableBelow(limits, 'What must agree').map(([, , code]) => code)
  assert.ok(codes.length >= 8)
  for (const code of codes) assert.ok(Object.hasOwn(errorCodes, String(code)), String(code))
})

test('every way in that is written down is one of the routes of signing in, and each has its guard', () => {
  const open = readDocument('app/api/src/security/open-routes.ts')
  const ways = [...open.matchAll(/'POST (\/api\/[^']*sign-in[^']*)'/g)].map(([, url = '']) => url)
  assert.deepEqual(ways, [
    '/api/account/sign-in/code',
    '/api/account/sign-in/password',
    '/api/console/sign-in',
    '/api/console/sign-in/code',
    '/api/console/sign-in/enrolment',
    '/api/console/sign-in/enrolment/confirm',
  ])
  assert.deepEqual(
    tableBelow(limits, 'Ways to sign in').map(([who]) => who),
    ['shopper', 'shopper', 'shopper', 'staff', 'staff', 'machine'],
  )
})

test('every event that a process logs stands in the inventory of logs, and no other', () => {
  const events = sources.flatMap(({ text }) =>
    [
      ...text.matchAll(
        /\blog(?:\.(?:info|warn|error|fatal|debug)|\[level\])\(\s*(?:\{[\s\S]{0,200}?\},\s*|[a-z]+,\s*)?'([^'\n]+)'/g,
      ),
    ].map(([, event = '']) => event),
  )
  const calls = sources.flatMap(
    ({ text }) => text.match(/\blog(?:\.(?:info|warn|error|fatal|debug)|\[level\])\(/g) ?? [],
  )
  assert.equal(events.length, calls.length, 'every call has words that the walk can read')
  assert.deepEqual(firstOf(tableBelow(logging, 'Events of the processes')), unique(events))
})

test('every process and server that the shop speaks to stands in the architecture with its keys', () => {
  const architecture = readDocument('docs/architecture.md')
  const addresses = sources.flatMap(({ text }) => [
    ...[...text.matchAll(/key: '([A-Z0-9_]*(?:URL|ORIGIN|ENDPOINT))'/g)].map(([, key = '']) => key),
    ...[...text.matchAll(/\baddress\('([A-Z0-9_]+)'/g)].map(([, key = '']) => key),
  ])
  assert.ok(unique(addresses).length >= 10)
  for (const key of unique(addresses)) {
    const [provider = ''] = key.split('_')
    assert.ok(architecture.includes(`\`${key}\``) || architecture.includes(`\`${provider}_…\``), key)
  }
})
