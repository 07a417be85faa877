import type { FastifyReply } from 'fastify'
import { dhakaTime } from '../clock.ts'
import { writeTaka } from '../money.ts'
import { html } from '../pages/html.ts'
import { sendPage } from '../pages/page.ts'
import { faultNames, faultsOf, faultTable, isCallFault, numberOf, providers } from '../provider-faults.ts'
import type { Simulator } from '../simulator.ts'

const rowsMax = 40

/** The page for people: what is going on, which faults are on, and buttons for both. */
export function sendControlPage(reply: FastifyReply, simulator: Simulator): FastifyReply {
  const content = html`<h1>Simulated providers</h1>
<p class="sign">SSLCOMMERZ, bKash, Nagad, Pathao, Steadfast, an SMS provider and a mail server, on this machine only. Programs find the same at <a href="/control/state">/control/state</a>.</p>
<p>Time here: <strong>${dhakaTime(simulator.clock.now())}</strong> in Dhaka.</p>
<form method="post" action="/control/clock"><label class="inline">Move it ahead by <input name="advanceSeconds" type="number" min="1" value="3600"> seconds</label><button>Move</button></form>
${faultForms(simulator)}${payments(simulator)}${consignments(simulator)}${callbacks(simulator)}${messages(simulator)}${legend()}`
  return sendPage(reply, { language: 'en', title: 'Simulated providers', content, isWide: true })
}

function faultForms({ faults }: Simulator) {
  const now = faults.list()
  const on = [
    ...Object.entries(now.always).flatMap(([provider, names]) =>
      (names ?? []).map((fault) => `${provider}: ${fault}, always`),
    ),
    ...now.next.map((one) => `${one.provider}: ${one.fault}, the next ${one.remaining}`),
    ...now.byReference.map((one) => `${one.provider}: ${one.fault}, for ${one.reference}`),
  ]
  const provider = html`<select name="provider" aria-label="Provider">${providers.map((name) => html`<option>${name}</option>`)}</select>`
  const fault = html`<select name="fault" aria-label="Fault">${faultNames.map((name) => html`<option>${name}</option>`)}</select>`
  return html`<h2>Faults</h2><p>${on.length === 0 ? 'None is switched on.' : on.join(' · ')}</p>
<form method="post" action="/control/faults/next">${provider} ${fault} <label class="inline">for the next <input name="count" type="number" min="1" max="1000" value="1"></label><button>Switch on</button></form>
<form method="post" action="/control/faults/reference">${provider} ${fault} <label class="inline">for the transaction <input name="reference" required></label><button>Switch on</button></form>
<form method="post" action="/control/faults/clear"><button>Switch all off</button></form>`
}

function payments({ records }: Simulator) {
  const rows = records.list('payment').slice(-rowsMax).toReversed()
  return html`<h2>Payments</h2><div class="scroll"><table><thead><tr><th>Provider</th><th>Merchant’s reference</th><th>Asked</th><th>Paid</th><th>State</th><th>Faults</th><th>Refunds</th><th>Page</th></tr></thead><tbody>${rows.map(
    (one) =>
      html`<tr><td>${one.provider}</td><td><code>${one.reference}</code></td><td>${writeTaka(one.askedPaisa)}</td><td>${one.state === 'paid' ? writeTaka(one.paidPaisa) : '—'}</td><td>${one.state}</td><td>${one.faults.join(', ')}</td><td>${one.refunds.map((refund) => `${writeTaka(refund.amountPaisa)} ${refund.state}`).join(', ')}</td><td><a href="/${one.provider}/pay/${one.id}">open</a></td></tr>`,
  )}</tbody></table></div>`
}

function consignments({ records }: Simulator) {
  const rows = records.list('consignment').slice(-rowsMax).toReversed()
  if (rows.length === 0) return null
  return html`<h2>Parcels</h2><div class="scroll"><table><thead><tr><th>Courier</th><th>Consignment</th><th>Merchant’s reference</th><th>To collect</th><th>Status</th><th>Faults</th><th>Next status</th></tr></thead><tbody>${rows.map(
    (one) =>
      html`<tr><td>${one.provider}</td><td><code>${one.id}</code></td><td><code>${one.reference}</code></td><td>${writeTaka(one.collectPaisa)}</td><td>${one.status}</td><td>${one.faults.join(', ')}</td><td><form method="post" action="/control/consignments/${one.id}/status"><input name="status" aria-label="Status" required size="18"><button>Set</button></form></td></tr>`,
  )}</tbody></table></div>`
}

function callbacks({ records }: Simulator) {
  const rows = records.list('callback').slice(-rowsMax).toReversed()
  return html`<h2>Notifications to the shop</h2><div class="scroll"><table><thead><tr><th>Provider</th><th>About</th><th>Due</th><th>Tries</th><th>Answer</th><th></th></tr></thead><tbody>${rows.map(
    (one) =>
      html`<tr><td>${one.provider}</td><td><code>${one.subject}</code></td><td>${dhakaTime(one.dueAt)}</td><td>${one.attempts}</td><td>${one.outcome ?? 'waiting'}</td><td><form method="post" action="/control/callbacks/${one.id}/send"><button>Send now</button></form></td></tr>`,
  )}</tbody></table></div>`
}

function messages({ records }: Simulator) {
  const sms = records.list('sms').slice(-rowsMax).toReversed()
  const mails = records.list('mail').slice(-rowsMax).toReversed()
  if (sms.length + mails.length === 0) return null
  return html`<h2>SMS and e-mail taken</h2><div class="scroll"><table><thead><tr><th>To</th><th>Text</th><th>At</th></tr></thead><tbody>${sms.map(
    (one) => html`<tr><td>${one.recipient}</td><td>${one.text}</td><td>${dhakaTime(one.acceptedAt)}</td></tr>`,
  )}${mails.map(
    (one) => html`<tr><td>${one.to.join(', ')}</td><td>${one.subject}</td><td>${dhakaTime(one.acceptedAt)}</td></tr>`,
  )}</tbody></table></div>`
}

/** A telephone number for each fault that belongs to a transaction. */
function legend() {
  return html`<h2>What each fault means</h2><p>A payer’s number typed on a provider’s page, or the number of a parcel’s or message’s recipient, brings the fault with it.</p><div class="scroll"><table><thead><tr><th>Fault</th><th>Who has it</th><th>What happens</th><th>Number</th></tr></thead><tbody>${faultNames.map(
    (name) =>
      html`<tr><td><code>${name}</code></td><td>${providers.filter((provider) => faultsOf(provider).includes(name)).join(', ')}</td><td>${faultTable[name].means}</td><td>${isCallFault(name) ? 'none' : html`<code>${numberOf(name)}</code>`}</td></tr>`,
  )}</tbody></table></div>`
}
