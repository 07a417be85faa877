import { isLanguage } from '@dhakacart/contract/language.ts'
import { upazilaList } from '../upazila-list.ts'
import { callApi } from './api.ts'
import { listUpazilas } from './api-routes.ts'

/** Fetches the upazilas as a district is chosen; what cannot be fetched that way, the form's own button asks the server for. */
export function followDistrict(form: HTMLFormElement): void {
  const district = form.querySelector<HTMLSelectElement>('select[name=district]')
  const upazila = form.querySelector<HTMLSelectElement>('select[name=upazila]')
  const listedFor = form.querySelector<HTMLInputElement>('input[name=upazilasOf]')
  const button = form.querySelector<HTMLButtonElement>('button[value=district]')
  const hint = form.querySelector<HTMLElement>('#upazila-hint')
  if (!district || !upazila || !listedFor || !button) return
  district.addEventListener('change', async () => {
    const chosen = district.value
    const language = document.documentElement.lang
    upazila.disabled = true
    upazila.length = 1
    if (chosen === '') return
    try {
      const { body } = await callApi(listUpazilas, { params: { district: chosen } })
      if (chosen !== district.value) return
      const listed = upazilaList(body.upazilas, isLanguage(language) ? language : 'en')
      upazila.append(...listed.map(({ id, name }) => new Option(name, id)))
      listedFor.value = chosen
      upazila.disabled = false
      if (hint) hint.hidden = true
    } catch {
      form.requestSubmit(button)
    }
  })
}
