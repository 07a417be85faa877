import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { Simulator } from '../simulator.ts'

const sizeMaxBytes = 1024 * 1024
const keptTextMax = 20_000

export type MailServer = { port: number; stop(): Promise<void> }

/** A mail server that takes every e-mail of the shop on this machine and delivers none. */
export async function startMailServer(simulator: Simulator, host: string, port: number): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: sizeMaxBytes,
    maxClients: 20,
    banner: 'simulated mail server',
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(Object.assign(new Error('Message is too large'), { responseCode: 552 }))
        const source = Buffer.concat(chunks).toString('utf8')
        const { mailFrom, rcptTo } = session.envelope
        simulator.records.put('mail', {
          id: randomUUID(),
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          subject: readSubject(source),
          text: source.slice(0, keptTextMax),
          acceptedAt: simulator.clock.now(),
        })
        return done()
      })
    },
  })
  server.on('error', (error) => simulator.log.warn({ err: error }, 'a mail connection failed'))
  await new Promise<void>((resolve) => server.listen(port, host, resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The subject of a mail as people read it: unfolded, and decoded where it is not plain ASCII. */
export function readSubject(source: string): string {
  const [head = ''] = source.split(/\r?\n\r?\n/, 1)
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ')
  const subject = /^subject:[ \t]*(.*)$/im.exec(unfolded)?.[1] ?? ''
  return subject
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : decodeQuoted(text),
    )
}

function decodeQuoted(text: string): string {
  const bytes = text
    .replaceAll('_', ' ')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
