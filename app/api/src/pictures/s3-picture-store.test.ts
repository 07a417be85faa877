import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { after, before, beforeEach, test } from 'node:test'
import { createS3PictureStore } from './s3-picture-store.ts'

// A small stand-in for S3. It computes the signature of every request by the published steps of Signature Version 4, on its
// own, and refuses what does not carry it.
const accessKeyId = 'AKIATEST'
const secretAccessKey = 'secret/key+of=test'
const region = 'ap-south-1'
const objects = new Map<string, { contentType: string; bytes: Buffer }>()
let failuresToCome = 0
let server: Server
let endpoint: string

before(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { status, contentType = 'application/xml', body = '' } = answer(request, Buffer.concat(chunks))
      response.writeHead(status, { 'content-type': contentType }).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endpoint = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
after(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  failuresToCome = 0
})

type Answer = { status: number; contentType?: string; body?: Buffer | string }

function answer(request: IncomingMessage, body: Buffer): Answer {
  if (failuresToCome > 0) {
    failuresToCome -= 1
    return { status: 503, body: '<Error><Code>SlowDown</Code></Error>' }
  }
  if (!isSignedRight(request, body)) return { status: 403, body: '<Error><Code>SignatureDoesNotMatch</Code></Error>' }
  const key = request.url as string
  if (request.method === 'PUT') {
    objects.set(key, { contentType: String(request.headers['content-type']), bytes: body })
    return { status: 200 }
  }
  if (request.method === 'DELETE') {
    objects.delete(key)
    return { status: 204 }
  }
  const object = objects.get(key)
  if (object === undefined) return { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' }
  return { status: 200, contentType: object.contentType, body: object.bytes }
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

function isSignedRight({ method, url, headers }: IncomingMessage, body: Buffer): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/
  const [, id, day, usedRegion, signedNames = '', signature] = form.exec(String(headers.authorization)) ?? []
  if (id !== accessKeyId || usedRegion !== region || day === undefined) return false
  const names = signedNames.split(';')
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name))) return false
  const bodyHash = String(headers['x-amz-content-sha256'])
  if (bodyHash !== 'UNSIGNED-PAYLOAD' && bodyHash !== sha256(body)) return false
  const canonicalHeaders = names.map((name) => `${name}:${String(headers[name]).trim()}\n`).join('')
  const canonicalRequest = [method, url, '', canonicalHeaders, signedNames, bodyHash].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonicalRequest)].join('\n')
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`)
  return hmac(key, toSign).toString('hex') === signature
}

const hash = 'a1'.repeat(32)
const picture = { contentType: 'image/webp', bytes: Buffer.from([0, 255, 1, 254, 13, 10]) }
const store = (secret = secretAccessKey) =>
  createS3PictureStore({ endpoint, region, bucket: 'shop-pictures', accessKeyId, secretAccessKey: secret })

test('what is written is read back with its type, under the address of its hash', async () => {
  await store().write(hash, picture)
  await store().write(hash, picture)
  assert.deepEqual([...objects.keys()], [`/shop-pictures/pictures/${hash}`])
  assert.deepEqual(await store().read(hash), picture)
})

test('what is removed is gone, and removing it again is fine', async () => {
  const other = 'd4'.repeat(32)
  await store().write(other, picture)
  await store().remove(other)
  await store().remove(other)
  assert.equal(await store().read(other), null)
  await assert.rejects(store('another').remove(other), /403/)
})

test('a hash that is not there reads as null', async () => {
  assert.equal(await store().read('b2'.repeat(32)), null)
})

test('a wrong secret is an error that names the reason, never a missing picture', async () => {
  await assert.rejects(store('another').read(hash), /403 \(SignatureDoesNotMatch\)/)
  await assert.rejects(store('another').write(hash, picture), /403/)
})

test('one refusal of a busy store is tried again, two are an error', async () => {
  await store().write(hash, picture)
  failuresToCome = 1
  assert.deepEqual(await store().read(hash), picture)
  failuresToCome = 9
  await assert.rejects(store().read(hash), /503 \(SlowDown\)/)
})

test('an object larger than any picture of ours is not read into memory', async () => {
  objects.set(`/shop-pictures/pictures/${'c3'.repeat(32)}`, { ...picture, bytes: Buffer.alloc(3 * 1024 * 1024) })
  await assert.rejects(store().read('c3'.repeat(32)), /sent more than/)
})
