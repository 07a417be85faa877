/** Shows how long an order still waits for its money, and looks again while something may have changed. */
export function watchPayment(): void {
  countDown()
  const seconds = Number(document.querySelector<HTMLElement>('[data-look-again]')?.dataset['lookAgain'])
  if (!(seconds > 0)) return
  setTimeout(() => {
    // Not under somebody's hands: a form that is being filled in, or a page nobody looks at, stays as it is.
    const isInUse = document.activeElement?.closest('form') != null
    if (isInUse || document.visibilityState !== 'visible') return watchPayment()
    location.reload()
  }, seconds * 1_000)
}

function countDown(): void {
  const place = document.querySelector<HTMLElement>('[data-time-left]')
  const text = place?.querySelector<HTMLElement>('[data-time-left-text]')
  if (!place || !text) return
  const until = Date.parse(place.dataset['timeLeft'] ?? '')
  const digits = new Intl.NumberFormat(place.dataset['language'] === 'bn' ? 'bn-BD' : 'en-GB', {
    minimumIntegerDigits: 2,
  })
  const show = () => {
    const seconds = Math.max(0, Math.round((until - Date.now()) / 1_000))
    text.textContent = `${digits.format(Math.floor(seconds / 60))}:${digits.format(seconds % 60)}`
    place.hidden = seconds === 0
  }
  show()
  setInterval(show, 1_000)
}
