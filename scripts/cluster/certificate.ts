import { X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runOrFail } from '../processes/program.ts'
import { folder, hosts, shopHost } from './place.ts'

export type Certified = { readonly certificate: string; readonly key: string }

const DAY_MS = 86_400_000
const AUTHORITY_DAYS = 3_650
/** Browsers refuse longer ones. */
const SERVER_DAYS = 397
const RENEWED_BEFORE_DAYS = 60

const place = path.join(folder, 'certificates')
/** The authority of this machine's clusters; whoever trusts it trusts the shop's certificate. */
export const authorityFile = path.join(place, 'authority.crt')

/** The gateway's certificate, made by an authority of this machine's own, and made anew before it ends. */
export async function ensureCertificate(): Promise<Certified> {
  mkdirSync(place, { recursive: true, mode: 0o700 })
  const authorityKey = path.join(place, 'authority.key')
  if (!isGood(authorityFile) || !existsSync(authorityKey)) {
    await openssl([
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc'],
      ...['-days', String(AUTHORITY_DAYS), '-subj', '/CN=DhakaCart on this machine'],
      ...['-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
      ...['-keyout', authorityKey, '-out', authorityFile],
    ])
    rmSync(path.join(place, 'shop.crt'), { force: true })
  }
  const certificate = path.join(place, 'shop.crt')
  const key = path.join(place, 'shop.key')
  if (!isGood(certificate, hosts) || !existsSync(key)) await issue(authorityKey, certificate, key)
  return { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') }
}

async function issue(authorityKey: string, certificate: string, key: string): Promise<void> {
  const request = path.join(place, 'shop.csr')
  const extensions = path.join(place, 'shop.extensions')
  writeFileSync(
    extensions,
    `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}\nextendedKeyUsage=serverAuth\nkeyUsage=critical,digitalSignature\n`,
  )
  await openssl([
    ...['req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc'],
    ...['-subj', `/CN=${shopHost}`, '-keyout', key, '-out', request],
  ])
  await openssl([
    ...['x509', '-req', '-in', request, '-CA', authorityFile, '-CAkey', authorityKey, '-CAcreateserial'],
    ...['-days', String(SERVER_DAYS), '-extfile', extensions, '-out', certificate],
  ])
}

function openssl(args: readonly string[]): Promise<string> {
  return runOrFail('make a certificate', 'openssl', args)
}

/** There, of these hosts, and for longer than it takes somebody to run the command again. */
function isGood(file: string, names: readonly string[] = []): boolean {
  if (!existsSync(file)) return false
  const certificate = new X509Certificate(readFileSync(file))
  const isOfAll = names.every((name) => certificate.checkHost(name) !== undefined)
  return isOfAll && certificate.validToDate.getTime() - Date.now() > RENEWED_BEFORE_DAYS * DAY_MS
}
