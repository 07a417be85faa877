import type { FastifyReply } from 'fastify'
import { faultsOf, faultTable, isCallFault } from '../provider-faults.ts'
import type { Payment } from '../records.ts'
import { html } from './html.ts'
import { type Language, sendPage } from './page.ts'
import { bangla } from './texts.bn.ts'
import { english, type Texts } from './texts.en.ts'

/** How the shopper's browser goes back to the merchant. */
export type Return = { method: 'get'; url: string } | { method: 'post'; url: string; fields: Record<string, string> }

const names: Record<Payment['provider'], string> = { sslcommerz: 'SSLCOMMERZ', bkash: 'bKash', nagad: 'Nagad' }
const ordinaryPayer = '01712345678'

export function readLanguage(query: unknown): Language {
  return (query as { language?: unknown } | null)?.language === 'en' ? 'en' : 'bn'
}

export function textsOf(language: Language): Texts {
  return language === 'en' ? english : bangla
}

function writeAmount(paisa: number, language: Language): string {
  const locale = language === 'en' ? 'en-IN' : 'bn-BD'
  return `৳${new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(paisa / 100)}`
}

function heading(payment: Payment, language: Language) {
  const texts = textsOf(language)
  return html`<nav><a href="?language=${language === 'en' ? 'bn' : 'en'}" lang="${language === 'en' ? 'bn' : 'en'}">${texts.otherLanguage}</a></nav>
<h1>${texts.title(names[payment.provider])}</h1><p class="sign">${texts.sign}</p>
<dl><dt>${texts.amount}</dt><dd>${writeAmount(payment.askedPaisa, language)}</dd><dt>${texts.order}</dt><dd><code>${payment.reference}</code></dd></dl>`
}

/** The provider's page where a payer decides; made of plain forms, so it needs no script. */
export function sendPayPage(reply: FastifyReply, payment: Payment, language: Language): FastifyReply {
  const texts = textsOf(language)
  const faults = faultsOf(payment.provider).filter((fault) => !isCallFault(fault))
  const choice = (value: string, text: string, kind = '') =>
    html`<button class="${kind}" name="choice" value="${value}">${text}</button>`
  const content = html`${heading(payment, language)}<form method="post">
<label for="payer">${texts.payerNumber}</label><input id="payer" name="payer" inputmode="numeric" value="${ordinaryPayer}" pattern="01[3-9][0-9]{8}" required aria-describedby="hint">
<p id="hint"><small>${texts.payerHint}</small></p>${monthChoice(payment, texts, language)}
<div class="choices">${choice('pay', texts.pay, 'first')}${choice('pay_and_close', texts.payAndClose)}${choice('fail', texts.fail)}${choice('cancel', texts.cancel)}${choice('wait', texts.wait)}</div>
<details><summary>${texts.faults}</summary>${faults.map(
    (fault) =>
      html`<label class="inline"><input type="checkbox" name="fault_${fault}" value="yes"${payment.faults.includes(fault) ? html` checked` : null}> <code>${fault}</code> <small lang="en">${faultTable[fault].means}</small></label>`,
  )}</details></form>`
  return sendPage(reply, { language, title: texts.title(names[payment.provider]), content })
}

function monthChoice({ details }: Payment, texts: Texts, language: Language) {
  if (details.emi_option !== '1') return null
  const most = Number(details.emi_max_inst_option) || 36
  const counts = details.emi_selected_inst ? [Number(details.emi_selected_inst)] : [3, 6, 9, 12, 18, 24, 36]
  const format = new Intl.NumberFormat(language === 'en' ? 'en-IN' : 'bn-BD')
  return html`<label for="months">${texts.months}</label><select id="months" name="months"><option value="0">${texts.atOnce}</option>${counts
    .filter((count) => count <= most)
    .map((count) => html`<option value="${count}">${texts.monthCount(format.format(count))}</option>`)}</select>`
}

/** What a payer sees who comes again after having decided. */
export function sendDecidedPage(reply: FastifyReply, payment: Payment, language: Language, back: Return) {
  const texts = textsOf(language)
  const content = html`${heading(payment, language)}<p>${texts.decided[payment.state]}</p>${backForm(back, texts, false)}`
  return sendPage(reply, { language, title: texts.title(names[payment.provider]), content })
}

/** Takes the payer back: by redirect, or by the form that some providers post to the merchant's page. */
export function sendBack(reply: FastifyReply, payment: Payment, language: Language, back: Return): FastifyReply {
  if (back.method === 'get') return reply.redirect(back.url, 303)
  const texts = textsOf(language)
  const content = html`${heading(payment, language)}<p>${texts.goingBack}</p>${backForm(back, texts, true)}`
  return sendPage(reply, { language, title: texts.back, content, script: 'continue' })
}

export function sendSentence(reply: FastifyReply, language: Language, sentence: string): FastifyReply {
  return sendPage(reply, { language, title: sentence, content: html`<h1>${sentence}</h1>` })
}

function backForm(back: Return, texts: Texts, isAutomatic: boolean) {
  if (back.method === 'get') return html`<p><a href="${back.url}">${texts.back}</a></p>`
  const fields = Object.entries(back.fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return html`<form method="post" action="${back.url}"${isAutomatic ? html` data-continue` : null}>${fields}<button class="first">${texts.back}</button></form>`
}
