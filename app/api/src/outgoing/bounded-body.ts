/** The text of an answer of somebody else’s server, or null when it is longer than anything it has to say. */
export async function readBounded(answer: Response, bytesMax: number): Promise<string | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer.body ?? []) {
    length += part.length
    // Leaving the loop cancels the rest.
    if (length > bytesMax) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
