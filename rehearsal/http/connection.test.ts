import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { after, before, test } from 'node:test'
import { Connection } from './connection.ts'

/** Answers each request with the next of these texts, cut into pieces of one byte where asked. */
let answers: { text: string; inPieces?: boolean; thenCloses?: boolean }[] = []
let requests: string[] = []
const server = createServer((socket) => {
  socket.on('error', () => undefined)
  socket.on('data', async (bytes) => {
    requests.push(bytes.toString())
    const answer = answers.shift()
    if (answer === undefined) return
    if (answer.inPieces) {
      for (const byte of Buffer.from(answer.text)) {
        socket.write(Buffer.from([byte]))
        await new Promise(setImmediate)
      }
    } else socket.write(answer.text)
    if (answer.thenCloses) socket.destroy()
  })
})
let origin = ''

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://shop.localhost:${typeof address === 'object' ? address?.port : ''}`
})
after(() => server.close())

test('reads answers with a length and in chunks, whole or byte by byte, over one connection', async () => {
  const connection = new Connection(origin, { timeoutMs: 5_000 })
  requests = []
  answers = [
    {
      text: 'HTTP/1.1 200 OK\r\ncontent-length: 4\r\nset-cookie: a=1\r\nSet-Cookie: b=2\r\nX-A:  1\r\n\r\nবx',
      inPieces: true,
    },
    {
      text: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\na\r\n0123456789\r\n0\r\n\r\n',
      inPieces: true,
    },
    { text: 'HTTP/1.1 304 Not Modified\r\netag: "x"\r\n\r\n' },
  ]
  const first = await connection.request({ method: 'POST', path: '/a', headers: { cookie: 'c=1' }, body: 'ক' })
  assert.deepEqual(
    [first.status, first.body.toString(), first.setCookie, first.headers['x-a']],
    [200, 'বx', ['a=1', 'b=2'], '1'],
  )
  assert.match(
    requests[0] ?? '',
    /^POST \/a HTTP\/1\.1\r\nhost: shop\.localhost:\d+\r\ncookie: c=1\r\ncontent-length: 3\r\n\r\nক$/,
  )
  assert.equal((await connection.request({ method: 'GET', path: '/' })).body.toString(), 'abc0123456789')
  assert.equal((await connection.request({ method: 'GET', path: '/' })).status, 304)
  connection.close()
  await assert.rejects(connection.request({ method: 'GET', path: '/' }), /closed/)
})

test('a connection that breaks, says nonsense or stays silent rejects, and says that it is of no more use', async () => {
  for (const [answer, error] of [
    [{ text: 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf', thenCloses: true }, /closed/],
    [{ text: 'SSH-2.0-OpenSSH\r\n\r\n' }, /not HTTP/],
    [{ text: 'HTTP/1.1 200 OK\r\n\r\n' }, /without a length/],
    [{ text: '' }, /no answer in time/],
  ] as const) {
    answers = [answer]
    const connection = new Connection(origin, { timeoutMs: 300 })
    await assert.rejects(connection.request({ method: 'GET', path: '/' }), error)
    assert.equal(connection.isUsable, false)
  }
})
