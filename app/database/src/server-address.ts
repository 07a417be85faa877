import type pg from 'pg'

/** PEM texts for TLS to the server. */
export type DatabaseTls = { ca?: string | undefined; cert?: string | undefined; key?: string | undefined }

/**
 * How to reach the server. Where TLS is given it holds: the driver would let the address's own words on it win, such as
 * `sslmode=no-verify`, or `sslmode=require`, which forgets the authority.
 */
export function serverAddress(
  url: string,
  tls: DatabaseTls | undefined,
): Pick<pg.ClientConfig, 'connectionString' | 'ssl'> {
  if (tls === undefined) return { connectionString: url }
  const address = new URL(url)
  for (const name of [...address.searchParams.keys()]) if (/^ssl/i.test(name)) address.searchParams.delete(name)
  return { connectionString: address.href, ssl: { ...tls, rejectUnauthorized: true } }
}
