import { type Answer, Connection } from './connection.ts'

/** Where the simulated gateways are; `ca`: PEM of the authority behind an https origin, null: those the system trusts. */
export type SimulatorPlace = { origin: string; ca: string | null }

const timeoutMs = 30_000

/** Steers them, on a connection of its own. */
export async function steer({ origin, ca }: SimulatorPlace, path: string, body: object): Promise<Answer> {
  const connection = new Connection(origin, { timeoutMs, ...(ca !== null && { ca }) })
  try {
    const headers = { 'content-type': 'application/json' }
    return await connection.request({ method: 'POST', path, headers, body: JSON.stringify(body) })
  } finally {
    connection.close()
  }
}
