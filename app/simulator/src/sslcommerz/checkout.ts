import { dhakaDigits } from '../clock.ts'
import type { Checkout } from '../pages/pay.routes.ts'
import { randomCode, type Simulator } from '../simulator.ts'
import { notify, writeNotification } from './notification.ts'

const addressOf = { paid: 'success_url', failed: 'fail_url', cancelled: 'cancel_url' } as const

/** The payer is sent back by a form that their browser posts to the merchant, and the notification goes its own way. */
export function createSslcommerzCheckout(simulator: Simulator): Checkout {
  return {
    provider: 'sslcommerz',
    // The documentation names no time; a day is longer than any merchant waits.
    validMs: 24 * 3_600_000,
    async decide(payment, { choice }) {
      payment.state = choice === 'pay' ? 'paid' : choice === 'fail' ? 'failed' : 'cancelled'
      if (payment.state === 'paid') {
        const digits = dhakaDigits(simulator.clock.now()).slice(2)
        payment.transactionId = `${digits}${randomCode(10)}`
        payment.details.val_id = `${digits}${randomCode(14)}`
      }
      simulator.records.put('payment', payment)
      await notify(simulator, payment)
    },
    comeBack(payment) {
      const state = payment.state === 'failed' || payment.state === 'cancelled' ? payment.state : 'paid'
      const isForged = state !== 'paid' && payment.faults.includes('forged_return')
      const fields = writeNotification(simulator, payment)
      if (isForged) Object.assign(fields, { status: 'VALID', val_id: randomCode(24) })
      const url = payment.details[addressOf[isForged ? 'paid' : state]] ?? ''
      return { method: 'post', url, fields }
    },
  }
}
