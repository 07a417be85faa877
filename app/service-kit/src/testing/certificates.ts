import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

export type Certified = { certificate: string; key: string }
export type Authority = Certified & { name: string; privateKey: KeyObject }

/** An authority of a test's own. */
export function makeAuthority(name: string): Authority {
  const { publicKey, privateKey } = makeKeys()
  const isAuthority = extension(oid.basicConstraints, sequence(Buffer.from([0x01, 0x01, 0xff])))
  const certificate = certify({
    publicKey,
    subject: name,
    issuer: name,
    signedBy: privateKey,
    extensions: [isAuthority],
  })
  return { name, privateKey, certificate, key: toPem(privateKey) }
}

/** A certificate for one name, a server's host or a client's own, signed by the authority. */
export function makeCertificate(authority: Authority, name: string): Certified {
  const { publicKey, privateKey } = makeKeys()
  const names = extension(oid.subjectAltName, sequence(tagged(0x82, Buffer.from(name))))
  const certificate = certify({
    publicKey,
    subject: name,
    issuer: authority.name,
    signedBy: authority.privateKey,
    extensions: [names],
  })
  return { certificate, key: toPem(privateKey) }
}

const makeKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const toPem = (key: KeyObject) => String(key.export({ type: 'pkcs8', format: 'pem' }))

/** Object identifiers, as DER has them. */
const oid = {
  commonName: '550403',
  subjectAltName: '551d11',
  basicConstraints: '551d13',
  ecdsaWithSha256: '2a8648ce3d040302',
}

type Content = { publicKey: KeyObject; subject: string; issuer: string; signedBy: KeyObject; extensions: Buffer[] }

/** An X.509 certificate of version 3 (RFC 5280), valid from yesterday until tomorrow, as PEM. */
function certify({ publicKey, subject, issuer, signedBy, extensions }: Content): string {
  const algorithm = sequence(identifier(oid.ecdsaWithSha256))
  const dayMs = 86_400_000
  const content = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    nameOf(issuer),
    sequence(time(Date.now() - dayMs), time(Date.now() + dayMs)),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  )
  const signature = tagged(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', content, signedBy)]))
  const lines = sequence(content, algorithm, signature)
    .toString('base64')
    .match(/.{1,64}/g)
  return `-----BEGIN CERTIFICATE-----\n${lines?.join('\n')}\n-----END CERTIFICATE-----\n`
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
const sequence = (...parts: Buffer[]) => tagged(0x30, Buffer.concat(parts))
const identifier = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'))
const extension = (hex: string, value: Buffer) => sequence(identifier(hex), tagged(0x04, value))
const nameOf = (text: string) =>
  sequence(tagged(0x31, sequence(identifier(oid.commonName), tagged(0x0c, Buffer.from(text)))))
const time = (atMs: number) =>
  tagged(0x17, Buffer.from(`${new Date(atMs).toISOString().slice(2, 19).replace(/\D/g, '')}Z`))
