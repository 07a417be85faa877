import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { startTestSimulator, type TestSimulator } from '../testing/test-simulator.ts'
import { type MailServer, readSubject, startMailServer } from './mail-server.ts'

let one: TestSimulator
let mail: MailServer
before(async () => {
  one = await startTestSimulator()
  mail = await startMailServer(one.simulator, '127.0.0.1', 0)
})
after(async () => {
  await mail.stop()
  await one.stop()
})

/** Speaks SMTP line by line, as a client does; returns the codes of the answers. */
async function speak(lines: readonly string[]): Promise<string[]> {
  const socket = connect(mail.port, '127.0.0.1').setEncoding('utf8')
  const codes: string[] = []
  const answer = async () => {
    let text = ''
    while (!/^\d{3} .*\r\n$/m.test(text)) text += (await once(socket, 'data'))[0]
    codes.push(text.slice(0, 3))
  }
  await answer()
  for (const line of lines) {
    socket.write(`${line}\r\n`)
    await answer()
  }
  socket.destroy()
  return codes
}

test('an e-mail is taken with its subject in Bangla, and delivered to nobody', async () => {
  const subject = `=?UTF-8?B?${Buffer.from('আপনার অর্ডার').toString('base64')}?=`
  const codes = await speak([
    'EHLO shop',
    'MAIL FROM:<shop@dhakacart.localhost>',
    'RCPT TO:<shopper@example.com>',
    'DATA',
    `Subject: ${subject}\r\n\r\nText\r\n.`,
  ])
  assert.deepEqual(codes, ['220', '250', '250', '250', '354', '250'])
  const [taken] = one.simulator.records.list('mail')
  assert.deepEqual([taken?.to, taken?.subject], [['shopper@example.com'], 'আপনার অর্ডার'])
})

test('folded and quoted subjects are read', () => {
  assert.equal(readSubject('Subject: =?utf-8?Q?A_=E0=A6=95?=\r\n =?utf-8?Q?_b?=\r\n\r\nText'), 'A ক b')
})
