import { ApiError } from '@dhakacart/contract/client.ts'
import { type Import, type ImportKind, startImport } from '@dhakacart/contract/console-imports.schema.ts'

/** As long as the api takes names. */
const nameMax = 120

/** Sends a file packed, because uplinks are slow, and returns the import that came of it. Throws ApiError. */
export async function sendFile(kind: ImportKind, file: File): Promise<Import> {
  const packed = await new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob()
  const query = new URLSearchParams({ kind, fileName: file.name.slice(0, nameMax) })
  const answer = await fetch(`${startImport.url}?${query}`, {
    method: startImport.method,
    headers: { 'content-type': 'text/csv', 'content-encoding': 'gzip', 'idempotency-key': crypto.randomUUID() },
    body: packed,
    cache: 'no-store',
  })
  const body: unknown = await answer.json().catch(() => null)
  if (!answer.ok) throw new ApiError({ status: answer.status, headers: Object.fromEntries(answer.headers), body })
  return body as Import
}
