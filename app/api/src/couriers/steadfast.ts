import type { ParcelState } from '@dhakacart/contract/console-couriers.schema.ts'
import type { BookingOutcome, Courier, ParcelName, ParcelNews } from './courier.ts'
import type { CourierAnswer, CourierHttp } from './courier-http.ts'

export type SteadfastSettings = { baseUrl: string; apiKey: string; secretKey: string }

type Fields = Record<string, unknown>

/** What is not here says nothing: `unknown`, and everything that waits for somebody's approval. */
const parcelStates: Readonly<Record<string, ParcelState>> = {
  in_review: 'waiting',
  pending: 'moving',
  hold: 'moving',
  delivered: 'delivered',
  partial_delivered: 'partly_delivered',
  cancelled: 'returning',
}

/** Steadfast's API v1 (portal.packzy.com). Its invoice is our reference, unique there too, so a booking can be asked for. */
export function createSteadfast({ baseUrl, apiKey, secretKey }: SteadfastSettings, http: CourierHttp): Courier {
  const headers = { 'api-key': apiKey, 'secret-key': secretKey }
  return {
    name: 'steadfast',
    findsByReference: true,
    async book(parcel) {
      const answer = await http({
        method: 'POST',
        url: `${baseUrl}/create_order`,
        headers,
        body: {
          invoice: parcel.reference,
          recipient_name: parcel.recipientName.slice(0, 100),
          recipient_phone: parcel.recipientPhone,
          recipient_address: parcel.recipientAddress,
          cod_amount: parcel.collectTaka,
          ...(parcel.note !== null && { note: parcel.note }),
        },
      })
      return readBooking(answer)
    },
    async readStatus({ reference, consignmentId }: ParcelName) {
      const path =
        consignmentId === null ? `status_by_invoice/${encodeURIComponent(reference)}` : `status_by_cid/${consignmentId}`
      return readNews(await http({ method: 'GET', url: `${baseUrl}/${path}`, headers }))
    },
    readParcelState: (status) => parcelStates[status] ?? null,
  }
}

function readBooking(answer: CourierAnswer): BookingOutcome {
  if (answer.kind === 'not_sent') return { kind: 'later', reason: answer.reason }
  if (answer.kind === 'unknown') return answer
  const { consignment, errors } = (answer.body ?? {}) as { consignment?: Fields; errors?: Fields }
  if (answer.status === 429 || answer.status === 401) return { kind: 'later', reason: `http_${answer.status}` }
  const id = consignment?.consignment_id
  if (answer.status === 200 && (typeof id === 'number' || typeof id === 'string')) {
    const { tracking_code: trackingCode, status } = consignment as Fields
    return {
      kind: 'booked',
      consignmentId: String(id),
      trackingCode: typeof trackingCode === 'string' ? trackingCode : null,
      feePaisa: null,
      status: typeof status === 'string' ? status : 'in_review',
    }
  }
  if (answer.status === 200) return { kind: 'unknown', reason: 'garbled' }
  // A reference that is taken was booked by an earlier try of ours: nobody else knows it.
  if (errors?.invoice !== undefined) return { kind: 'unknown', reason: 'reference_taken' }
  return {
    kind: 'refused',
    reason:
      Object.keys(errors ?? {})
        .join(',')
        .slice(0, 200) || `http_${answer.status}`,
  }
}

function readNews(answer: CourierAnswer): ParcelNews {
  if (answer.kind !== 'answer') return { kind: 'no_answer', reason: answer.reason }
  if (answer.status === 404) return { kind: 'not_found' }
  const { delivery_status: status } = (answer.body ?? {}) as Fields
  if (answer.status !== 200 || typeof status !== 'string') return { kind: 'no_answer', reason: `http_${answer.status}` }
  return { kind: 'status', status: status.slice(0, 100), reference: null }
}
