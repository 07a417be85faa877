import { sendForm } from './send-form.ts'

/** The form that sends an order again goes the way of the checkout's own; its words for a lost answer stand in the page, hidden. */
export function sendAgain(form: HTMLFormElement): void {
  const lost = form.querySelector<HTMLElement>('[role=alert]')
  let isSending = false
  const send = (state: boolean) => {
    isSending = state
    form.querySelector('button')?.setAttribute('aria-busy', String(state))
  }
  // Brought back from memory it can be sent again.
  addEventListener('pageshow', () => send(false))
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (isSending) return
    send(true)
    if (lost) lost.hidden = true
    try {
      await sendForm(form, event.submitter)
    } catch {
      send(false)
      if (lost) lost.hidden = false
    }
  })
}
