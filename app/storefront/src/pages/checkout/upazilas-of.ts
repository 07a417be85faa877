import { ApiError } from '@dhakacart/contract/client.ts'
import { listUpazilas, type Upazila } from '@dhakacart/contract/delivery.schema.ts'
import type { PersonalRequest } from '../../page.ts'

/** Upazilas and thanas of a district; none for one we do not know. */
export async function upazilasOf(
  { call }: Pick<PersonalRequest, 'call'>,
  district: string,
): Promise<readonly Upazila[]> {
  if (district === '') return []
  try {
    return (await call(listUpazilas, { params: { district } })).body.upazilas
  } catch (error) {
    if (error instanceof ApiError && error.status < 500) return []
    throw error
  }
}
