/** How long the button says that it was done. */
const copiedMs = 2_000

/** Shows the buttons that copy the text of another element; without us they stay hidden. */
export function wakeCopyButtons(): void {
  if (!navigator.clipboard) return
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const label = button.textContent
    button.hidden = false
    button.addEventListener('click', async () => {
      const text = document.getElementById(button.dataset.copy ?? '')?.textContent ?? ''
      try {
        await navigator.clipboard.writeText(text.trim())
      } catch {
        // Refused by the browser: the text itself can still be selected.
        return
      }
      button.textContent = button.dataset.copied ?? label
      setTimeout(() => {
        button.textContent = label
      }, copiedMs)
    })
  }
}
