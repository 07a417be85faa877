const keyPattern = /^([a-z0-9-]{1,20}):([A-Za-z0-9+/_-]{43}=?)$/
const keysMax = 5

/**
 * Reads `name:base64 of 32 bytes`, several separated by commas, the one in use first: so a key is replaced by putting a new one
 * in front. RangeError, which does not repeat the value.
 */
export function readSecretKeys(text: string): Map<string, Buffer> {
  const keys = new Map<string, Buffer>()
  for (const part of text.split(',')) {
    const [, name, base64] = keyPattern.exec(part.trim()) ?? []
    const key = Buffer.from(base64 ?? '', 'base64')
    if (name === undefined || key.length !== 32) {
      throw new RangeError('must be a name and 32 bytes in base64 like k1:<44 characters>, more after commas')
    }
    if (keys.has(name)) throw new RangeError('names two keys alike')
    keys.set(name, key)
  }
  if (keys.size > keysMax) throw new RangeError(`must have at most ${keysMax} keys`)
  return keys
}
