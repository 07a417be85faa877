import type { Upazila } from '@dhakacart/contract/delivery.schema.ts'
import type { Language } from '@dhakacart/contract/language.ts'

export type ShownUpazila = { id: string; name: string }

/** Upazilas as a list to choose from: thanas of the city first, because most orders go there, then by name as it is read. */
export function upazilaList(upazilas: readonly Upazila[], language: Language): ShownUpazila[] {
  return upazilas
    .map(({ id, name, isMetropolitanThana }) => ({ id: String(id), name: name[language], isMetropolitanThana }))
    .toSorted(
      (one, other) =>
        Number(other.isMetropolitanThana) - Number(one.isMetropolitanThana) ||
        one.name.localeCompare(other.name, language),
    )
    .map(({ id, name }) => ({ id, name }))
}
