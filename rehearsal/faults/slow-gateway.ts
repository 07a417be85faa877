import { Connection } from '../http/connection.ts'

/** The simulated gateways; `ca`: PEM of the authority behind an https origin, null: those the system trusts. */
export type Gateways = { origin: string; ca: string | null }

const timeoutMs = 30_000

/** Steers them from outside; a real one is slow by itself. */
export async function setGatewayFaults({ origin, ca }: Gateways, faults: readonly string[]): Promise<void> {
  const connection = new Connection(origin, { timeoutMs, ...(ca !== null && { ca }) })
  try {
    const { status } = await connection.request({
      method: 'POST',
      path: '/control/faults/always',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ provider: 'bkash', faults }),
    })
    if (status !== 200 && status !== 204)
      throw new Error(`the simulated gateway cannot be steered: it answers ${status}`)
  } finally {
    connection.close()
  }
}
