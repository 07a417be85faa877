import { type SimulatorPlace, steer } from '../http/simulator.ts'
import { jsonOf, judgePage, type VisitorClient } from './client.ts'
import type { Surroundings } from './visitor.ts'

/** Pays an order through the simulated gateway: starts the payment, plays the payer there, and comes back as the gateway sends. */
export async function payInSimulator(client: VisitorClient, surroundings: Surroundings, token: string): Promise<void> {
  const { plan, recorder } = surroundings
  if (plan.simulatorOrigin === null) return
  const started = await client.send({
    kind: 'payment',
    method: 'POST',
    path: `/api/orders/${token}/payments`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ method: 'bkash', instalmentMonths: null }),
    meantAt: recorder.now(),
  })
  const payPage = jsonOf<{ redirectUrl: string | null }>(started)?.redirectUrl
  if (started?.status !== 200 || !payPage) return
  const back = await decide({ origin: plan.simulatorOrigin, ca: plan.ca }, payPage).catch((error: Error) => {
    recorder.explain(`payment: the simulated gateway did not answer: ${error.message}`)
    return null
  })
  if (back === null) return
  const { pathname, search } = new URL(back)
  const meantAt = recorder.now()
  await client.send({ kind: 'payment', method: 'GET', path: `${pathname}${search}`, meantAt, judge: judgePage })
}

/** Where the gateway sends the payer after a payment that went well. */
async function decide(place: SimulatorPlace, payPage: string): Promise<string> {
  const id = new URL(payPage).pathname.split('/').at(-1)
  const answer = await steer(place, `/control/payments/${id}/decide`, { choice: 'pay' })
  const back = jsonOf<{ back: { url: string } }>(answer)?.back.url
  if (answer.status !== 200 || back === undefined) throw new Error(`it answered ${answer.status}`)
  return back
}
