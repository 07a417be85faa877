import assert from 'node:assert/strict'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { after, afterEach, before, test } from 'node:test'
import type { MessageProvider } from './provider.ts'
import { createSmtp } from './smtp.ts'

/** What the server does instead of its usual answer, by the first word of what it was told; `.` is the end of the text. */
type Instead = Partial<Record<string, (socket: Socket) => void>>

let instead: Instead = {}
let received: string[] = []
const sockets = new Set<Socket>()
const server = createServer(serve)
let url: string
let provider: MessageProvider | undefined

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(() => {
  for (const socket of sockets) socket.destroy()
  server.close()
})
afterEach(() => {
  provider?.close()
  instead = {}
  received = []
})

const replies: Record<string, string> = { DATA: '354 go on', '.': '250 taken', QUIT: '221 bye' }

/** The smallest mail server: says yes to everything and keeps what it was given. */
function serve(socket: Socket): void {
  sockets.add(socket)
  socket.on('error', () => undefined)
  socket.write('220 mail.test ESMTP\r\n')
  let text: string | null = null
  let rest = ''
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString()).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (text !== null && line !== '.') {
        text += `${line}\n`
        continue
      }
      const word = text === null ? (line.split(/[ :]/)[0] ?? '').toUpperCase() : '.'
      if (text !== null) received.push(text)
      text = word === 'DATA' && instead['DATA'] === undefined ? '' : null
      const other = instead[word]
      if (other !== undefined) other(socket)
      else socket.write(`${replies[word] ?? '250 fine'}\r\n`)
    }
  })
}

function send(changes: { requiresTls?: boolean; body?: string; timeoutMs?: number } = {}) {
  const { requiresTls = false, body = 'প্রিয় রহিমা,\n\nধন্যবাদ।', timeoutMs = 10_000 } = changes
  provider = createSmtp({
    url,
    from: 'DhakaCart <orders@dhakacart.example>',
    requiresTls,
    host: 'dhakacart.example',
    timeoutMs,
  })
  return provider.send({ id: 7, recipient: 'rahima@example.com', subject: 'অর্ডার নিশ্চিত', body })
}
const say = (reply: string) => (socket: Socket) => void socket.write(`${reply}\r\n`)

test('a mail is handed over whole, with an id that is the same on every attempt', async () => {
  assert.deepEqual(await send(), { kind: 'sent', providerMessageId: 'message-7@dhakacart.example' })
  const [mail = ''] = received
  assert.match(mail, /^From: DhakaCart <orders@dhakacart\.example>$/m)
  assert.match(mail, /^To: rahima@example\.com$/m)
  assert.match(mail, /^Message-ID: <message-7@dhakacart\.example>$/im)
  assert.match(mail, /^Content-Type: text\/plain; charset=utf-8$/im)
  const [head = '', text = ''] = mail.split('\n\n')
  const isBase64 = /^content-transfer-encoding: base64$/im.test(head)
  const decoded = isBase64
    ? Buffer.from(text, 'base64').toString()
    : Buffer.from(
        text.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString()
  assert.match(decoded, /^প্রিয় রহিমা,/)
})

test('a text that names a file stays a text', async () => {
  await send({ body: '/etc/passwd' })
  assert.doesNotMatch(received.join(''), /root:/)
})

test('what the server refuses for now is tried again, what it refuses for good is not', async () => {
  instead = { RCPT: say('451 greylisted') }
  assert.deepEqual(await send(), { kind: 'refused', reason: 'smtp_451', isFinal: false })
  instead = { RCPT: say('550 no such mailbox') }
  assert.deepEqual(await send(), { kind: 'refused', reason: 'smtp_550', isFinal: true })
  instead = { '.': say('554 looks like spam') }
  assert.deepEqual(await send(), { kind: 'refused', reason: 'smtp_554', isFinal: true })
})

test('a connection lost before the text was given is a refusal, after it nobody knows', async () => {
  instead = { MAIL: (socket) => void socket.destroy() }
  assert.equal((await send()).kind, 'refused')
  instead = { RCPT: () => undefined }
  assert.equal((await send({ timeoutMs: 500 })).kind, 'refused')
  instead = { '.': (socket) => void socket.destroy() }
  assert.equal((await send()).kind, 'unknown')
  instead = { '.': () => undefined }
  assert.equal((await send({ timeoutMs: 500 })).kind, 'unknown')
})

test('where nobody listens nothing was sent', async () => {
  const away = createSmtp({
    url: 'smtp://127.0.0.1:1',
    from: 'a@b.example',
    requiresTls: false,
    host: 'b.example',
    timeoutMs: 400,
  })
  const outcome = await away.send({ id: 1, recipient: 'rahima@example.com', subject: 'x', body: 'y' })
  away.close()
  assert.deepEqual([outcome.kind, outcome.kind === 'refused' && outcome.isFinal], ['refused', false])
})

test('where TLS is required, a server without it gets no mail, whether it says so or speaks on in the clear', async () => {
  for (const answer of [say('502 what?'), say('220 go on')]) {
    instead = { STARTTLS: answer }
    const outcome = await send({ requiresTls: true, timeoutMs: 500 })
    assert.equal(outcome.kind, 'refused')
    assert.deepEqual(received, [])
    provider?.close()
  }
})
