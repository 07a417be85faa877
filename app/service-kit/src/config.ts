import { readFileSync, statSync } from 'node:fs'

interface KeyBase {
  /** The environment variable. */
  key: string
  /** What to give, as the end of "give …": `the port of the shop, like 3000`. */
  give: string
}

interface Optional<T> {
  /** Used when the key is absent or empty. A key with neither `default` nor `optional` must be given. */
  default?: T
  /** Absent or empty reads as undefined. */
  optional?: true
}

type TextKey = KeyBase & Optional<string> & { kind: 'text'; pattern?: RegExp; lengthMax?: number }
type IntegerKey = KeyBase & Optional<number> & { kind: 'integer'; min: number; max: number }
type BooleanKey = KeyBase & Optional<boolean> & { kind: 'boolean' }
type ChoiceKey = KeyBase & Optional<string> & { kind: 'choice'; choices: readonly string[] }
type UrlKey = KeyBase & Optional<string> & { kind: 'url'; protocols: readonly string[] }
type DurationKey = KeyBase & Optional<number> & { kind: 'duration'; minMs: number; maxMs: number }
type ListKey = KeyBase & Optional<readonly string[]> & { kind: 'list'; itemsMax: number }
/** Text read by a function of the process, whose RangeError message completes "KEY …" and must not repeat the value. */
type ParsedKey = KeyBase & Optional<string> & { kind: 'parsed'; parse: (text: string) => unknown }
/** May also be given as KEY_FILE. Never has a default, and its value is never printed. */
type SecretKey = KeyBase & { kind: 'secret'; lengthMin?: number; protocols?: readonly string[]; optional?: true }

type Key = TextKey | IntegerKey | BooleanKey | ChoiceKey | UrlKey | DurationKey | ListKey | ParsedKey | SecretKey

export type ConfigSpec = Readonly<Record<string, Readonly<Key>>>

type ValueOf<K> = K extends { kind: 'integer' | 'duration' }
  ? number
  : K extends { kind: 'boolean' }
    ? boolean
    : K extends { kind: 'choice'; choices: readonly (infer Choice)[] }
      ? Choice
      : K extends { kind: 'list' }
        ? readonly string[]
        : K extends { kind: 'parsed'; parse: (text: string) => infer Parsed }
          ? Parsed
          : string

export type Config<Spec extends ConfigSpec> = {
  readonly [Name in keyof Spec]: Spec[Name] extends { optional: true }
    ? ValueOf<Spec[Name]> | undefined
    : ValueOf<Spec[Name]>
}

/** Everything that is wrong with a configuration, one sentence per problem. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
    super(`The configuration has ${count}:\n${problems.map((problem) => `- ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

/** Thrown while one key is read; `readConfig` gathers them all. */
class KeyProblem extends Error {}

type Environment = Readonly<Record<string, string | undefined>>

const textLengthMax = 1_000
const secretFileBytesMax = 64 * 1024
const unitMs: Readonly<Record<string, number>> = { '': 1, ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}

function readNumber(text: string, min: number, max: number, unit: string): number {
  const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= min && value <= max)) {
    throw new KeyProblem(`must be a whole number from ${min} to ${max}${unit}, not ${shown(text)}`)
  }
  return value
}

function readDuration(text: string, { minMs, maxMs }: DurationKey): number {
  const [, amount, unit = ''] = /^(\d{1,15})(ms|s|m|h|d)?$/.exec(text) ?? []
  const valueMs = amount === undefined ? Number.NaN : Number(amount) * (unitMs[unit] ?? Number.NaN)
  if (!(valueMs >= minMs && valueMs <= maxMs)) {
    const range = `from ${minMs} to ${maxMs} ms`
    throw new KeyProblem(
      `must be a time ${range} (a number of ms, or with a unit like 250ms, 30s, 10m, 2h, 7d), not ${shown(text)}`,
    )
  }
  return valueMs
}

/** Never shows the value: an address may carry a password even where none belongs. */
function checkUrl(text: string, protocols: readonly string[], mayCarryPassword: boolean): string {
  const url = URL.canParse(text) && !/\s/.test(text) ? new URL(text) : null
  const isListed = protocols.some((protocol) => text.toLowerCase().startsWith(`${protocol}//`))
  if (!url || !isListed) {
    throw new KeyProblem(
      `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    )
  }
  if (!mayCarryPassword && (url.username !== '' || url.password !== '')) {
    throw new KeyProblem('must not carry a user name or password')
  }
  return text
}

function readText(text: string, { pattern, lengthMax = textLengthMax }: TextKey): string {
  if (text.length > lengthMax) throw new KeyProblem(`must be at most ${lengthMax} characters long, not ${text.length}`)
  if (pattern && !pattern.test(text)) throw new KeyProblem(`has the wrong form: ${shown(text)}`)
  return text
}

function readList(text: string, itemsMax: number): readonly string[] {
  const items = text.split(',').map((item) => item.trim())
  if (items.includes('')) throw new KeyProblem('has an empty item between its commas')
  if (items.length > itemsMax) throw new KeyProblem(`must have at most ${itemsMax} items, not ${items.length}`)
  return items
}

function readParsed(text: string, parse: (text: string) => unknown): unknown {
  try {
    return parse(text)
  } catch (error) {
    // Anything but a RangeError is a mistake in the parser itself and must not look like a wrong value.
    if (error instanceof RangeError) throw new KeyProblem(error.message)
    throw error
  }
}

function readSecret(text: string, { lengthMin = 1, protocols }: SecretKey): string {
  if (text.length < lengthMin) throw new KeyProblem(`must be at least ${lengthMin} characters long`)
  return protocols ? checkUrl(text, protocols, true) : text
}

function readValue(key: Key, text: string): unknown {
  switch (key.kind) {
    case 'text':
      return readText(text, key)
    case 'integer':
      return readNumber(text, key.min, key.max, '')
    case 'boolean':
      if (text !== 'true' && text !== 'false') throw new KeyProblem(`must be true or false, not ${shown(text)}`)
      return text === 'true'
    case 'choice':
      if (!key.choices.includes(text))
        throw new KeyProblem(`must be one of ${key.choices.join(', ')}, not ${shown(text)}`)
      return text
    case 'url':
      return checkUrl(text, key.protocols, false)
    case 'duration':
      return readDuration(text, key)
    case 'list':
      return readList(text, key.itemsMax)
    case 'parsed':
      return readParsed(text, key.parse)
    case 'secret':
      return readSecret(text, key)
  }
}

function readSecretFile(path: string): string {
  let content: string
  try {
    if (statSync(path).size > secretFileBytesMax) throw new KeyProblem(`a file larger than ${secretFileBytesMax} bytes`)
    content = readFileSync(path, 'utf8').trim()
  } catch (error) {
    if (error instanceof KeyProblem) throw error
    throw new KeyProblem(`a file that cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`)
  }
  if (content === '') throw new KeyProblem('an empty file')
  return content
}

/** Undefined when absent. Empty counts as absent: `KEY=` is how an env file leaves a key out. */
function findText(key: Key, env: Environment): string | undefined {
  const text = env[key.key]?.trim() || undefined
  if (key.kind !== 'secret') return text
  const fileKey = `${key.key}_FILE`
  const path = env[fileKey]?.trim() || undefined
  if (path === undefined) return text
  if (text !== undefined) throw new KeyProblem(`is given twice, directly and as ${fileKey}; keep one`)
  try {
    return readSecretFile(path)
  } catch (error) {
    if (error instanceof KeyProblem) throw new KeyProblem(`is given as ${fileKey}, which names ${error.message}`)
    throw error
  }
}

function readKey(key: Key, env: Environment): unknown {
  const text = findText(key, env)
  if (text !== undefined) return readValue(key, text)
  if (key.kind !== 'secret' && key.default !== undefined) {
    return key.kind === 'parsed' ? readParsed(key.default, key.parse) : key.default
  }
  if (key.optional) return undefined
  throw new KeyProblem('is missing')
}

function freezeDeep(value: unknown): unknown {
  // Only plain data is walked: what a parser made (a BlockList, say) guards itself.
  if (Array.isArray(value)) return Object.freeze(value.map(freezeDeep))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  for (const inner of Object.values(value)) freezeDeep(inner)
  return Object.freeze(value)
}

/**
 * Reads a process's whole configuration once, as a deeply frozen object with the names of `spec`. Throws one
 * ConfigError that lists every problem together. Unknown variables are ignored; secrets are never printed.
 */
export function readConfig<const Spec extends ConfigSpec>(spec: Spec, env: Environment): Config<Spec> {
  const config: Record<string, unknown> = {}
  const problems: string[] = []
  for (const [name, key] of Object.entries(spec)) {
    try {
      config[name] = freezeDeep(readKey(key, env))
    } catch (error) {
      if (!(error instanceof KeyProblem)) throw error
      problems.push(`${key.key} ${error.message}: give ${key.give}.`)
    }
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return Object.freeze(config) as Config<Spec>
}
