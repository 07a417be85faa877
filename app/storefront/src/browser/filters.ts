/** Choices of a list apply at once on a wide screen; on a phone the sheet has its button. Empty fields stay out of the address. */
export function submitFilters(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-filter-form]')
  if (!form) return
  const isWide = matchMedia('(min-width: 900px)')
  document.addEventListener('change', (event) => {
    const field = event.target as HTMLInputElement
    if (field.form !== form) return
    if (isWide.matches || 'submitOnChange' in field.dataset) form.requestSubmit()
  })
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === '') formData.delete(name)
  })
}
