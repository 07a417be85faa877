import { X509Certificate } from 'node:crypto'
import { createSecureContext } from 'node:tls'
import { ConfigError } from './config.ts'

/** PEM texts for TLS to a server: who may have signed its certificate, and with what we show who we are. */
export type TlsTexts = { ca?: string; cert?: string; key?: string }

/**
 * The texts that are given under PREFIX_CA, PREFIX_CERT and PREFIX_KEY; undefined when there is none. Throws ConfigError when
 * they cannot be used, which otherwise each connection would find out in words that nobody understands.
 */
export function readTlsTexts(
  prefix: string,
  given: { ca: string | undefined; cert: string | undefined; key: string | undefined },
): TlsTexts | undefined {
  const { ca, cert, key } = given
  const problems = [
    ...(ca === undefined || isCertificate(ca) ? [] : [`${prefix}_CA is no certificate: ${giveCertificate}.`]),
    ...(cert === undefined || isCertificate(cert) ? [] : [`${prefix}_CERT is no certificate: ${giveCertificate}.`]),
    ...((cert === undefined) === (key === undefined)
      ? []
      : [`${prefix}_CERT and ${prefix}_KEY belong together: give both or neither.`]),
  ]
  if (problems.length === 0 && cert !== undefined && key !== undefined && !areAPair(cert, key)) {
    problems.push(`${prefix}_KEY is not the key of ${prefix}_CERT: give the PEM text of its key, without a passphrase.`)
  }
  if (problems.length > 0) throw new ConfigError(problems)
  if (ca === undefined && cert === undefined) return undefined
  return { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) }
}

const giveCertificate = 'give PEM text that begins with -----BEGIN CERTIFICATE-----'

function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).serialNumber !== ''
  } catch {
    return false
  }
}

function areAPair(cert: string, key: string): boolean {
  try {
    createSecureContext({ cert, key })
    return true
  } catch {
    return false
  }
}
