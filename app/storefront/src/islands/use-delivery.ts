import { useRef, useState } from 'react'
import { callApi } from '../browser/api.ts'
import { listUpazilas, quoteCart } from '../browser/api-routes.ts'
import { type ShownUpazila, upazilaList } from '../upazila-list.ts'
import type { CheckoutFormProps, ShownQuote } from './checkout-form.tsx'

export type Delivery = {
  district: string
  upazila: string
  /** The district that `upazilas` belong to; empty while there are none. */
  upazilasOf: string
  upazilas: ShownUpazila[]
  quote: ShownQuote | null
  isLoading: boolean
  problem: string | null
  chooseDistrict: (district: string) => Promise<void>
  chooseUpazila: (upazila: string) => Promise<void>
}

type Place = Pick<Delivery, 'district' | 'upazila' | 'upazilasOf' | 'upazilas' | 'quote' | 'isLoading' | 'problem'>

/** Where it goes: upazilas and fee are fetched as district and upazila are chosen; only the last choice counts. */
export function useDelivery({ language, values, upazilas, quote, texts }: CheckoutFormProps): Delivery {
  const [place, setPlace] = useState<Place>({
    district: values.district,
    upazila: values.upazila,
    upazilasOf: upazilas.length > 0 ? values.district : '',
    upazilas,
    quote,
    isLoading: false,
    problem: null,
  })
  const turn = useRef(0)

  async function chooseDistrict(district: string): Promise<void> {
    const mine = ++turn.current
    const empty = { district, upazila: '', upazilasOf: '', upazilas: [], quote: null, problem: null }
    setPlace({ ...empty, isLoading: district !== '' })
    if (district === '') return
    try {
      const { body } = await callApi(listUpazilas, { params: { district } })
      if (mine !== turn.current) return
      const listed = upazilaList(body.upazilas, language)
      setPlace({ ...empty, upazilasOf: district, upazilas: listed, isLoading: false })
    } catch {
      if (mine === turn.current) setPlace({ ...empty, isLoading: false, problem: texts.upazilasFailed })
    }
  }

  async function chooseUpazila(upazila: string): Promise<void> {
    const mine = ++turn.current
    setPlace((before) => ({ ...before, upazila, quote: null, isLoading: upazila !== '', problem: null }))
    if (upazila === '') return
    try {
      const { body } = await callApi(quoteCart, { query: { upazilaId: Number(upazila) } })
      const { zone, deliveryFeePaisa: feePaisa } = body
      const { daysMin, daysMax } = zone
      const shown = { upazila, zone: zone.name[language], feePaisa, daysMin, daysMax }
      if (mine === turn.current) setPlace((before) => ({ ...before, quote: shown, isLoading: false }))
    } catch {
      const problem = texts.quoteFailed
      if (mine === turn.current) setPlace((before) => ({ ...before, isLoading: false, problem }))
    }
  }

  return { ...place, chooseDistrict, chooseUpazila }
}
