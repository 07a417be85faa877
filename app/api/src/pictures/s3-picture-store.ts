import { setTimeout as sleep } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import type { S3Settings } from '../config.ts'
import { createOutgoing } from '../outgoing/outgoing.ts'
import { type PictureStore, pictureBytesMax } from './picture-store.ts'

/** A store in the same region answers in tens of milliseconds; a shopper's page should not wait longer for a picture. */
const timeoutMs = 3_000
/** S3 gives 500 and 503 when it rebalances: once more, so much later. */
const pauseMs = 40

/** Pictures in a bucket of an S3-compatible store, as `pictures/<hash>`; addressed by path, which every one of them understands. */
export function createS3PictureStore(settings: S3Settings): PictureStore {
  const { accessKeyId, secretAccessKey, region } = settings
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' })
  // A store of our own may stand in our own network.
  const outgoing = createOutgoing(settings.endpoint, { mayBeInside: true })
  const address = (hash: string) => `${settings.endpoint.replace(/\/+$/, '')}/${settings.bucket}/pictures/${hash}`
  const send = async (hash: string, init: RequestInit) => {
    const limited = { ...init, signal: AbortSignal.timeout(timeoutMs) }
    const ask = async () => outgoing(await client.sign(address(hash), limited), { redirect: 'error' })
    const response = await ask()
    if (response.status < 500 && response.status !== 429) return response
    await discard(response)
    await sleep(pauseMs)
    return ask()
  }
  return {
    async read(hash) {
      const response = await send(hash, { method: 'GET' })
      if (response.status === 404) return discard(response)
      await refuseFailure(response)
      const bytes = await readBytes(response)
      return { contentType: response.headers.get('content-type') ?? 'application/octet-stream', bytes }
    },
    async write(hash, { contentType, bytes }) {
      const response = await send(hash, {
        method: 'PUT',
        headers: { 'content-type': contentType },
        body: new Uint8Array(bytes),
      })
      await refuseFailure(response)
      await discard(response)
    },
    async remove(hash) {
      const response = await send(hash, { method: 'DELETE' })
      // S3 answers 204 for what is not there; others say 404.
      if (response.status !== 404) await refuseFailure(response)
      await discard(response)
    },
  }
}

/** Counts what arrives, because an answer need not tell its length beforehand. */
async function readBytes(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > pictureBytesMax)
      throw new Error(`the picture store sent more than ${pictureBytesMax} bytes for a picture`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** An answer that nobody reads keeps its connection. */
async function discard(response: Response): Promise<null> {
  await response.body?.cancel()
  return null
}

async function refuseFailure(response: Response): Promise<void> {
  if (response.ok) return
  // The body of an S3 error is a few hundred bytes of XML that name the reason.
  const reason =
    /<Code>([A-Za-z]{1,60})<\/Code>/.exec((await response.text()).slice(0, 2_000))?.[1] ?? 'no reason given'
  throw new Error(`the picture store answered ${response.status} (${reason})`)
}
