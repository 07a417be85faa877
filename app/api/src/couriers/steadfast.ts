import type { ParcelState } from '@dhakacart/contract/console-couriers.schema.ts'
import type { BookingOutcome, BulkOutcome, Courier, Parcel, ParcelName, ParcelNews } from './courier.ts'
import { bulkTimeoutMs, type CourierAnswer, type CourierHttp } from './courier-http.ts'

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

/** Theirs is 500; as many as one press of the console promises. */
const bulkMost = 100

/** Steadfast's API v1 (portal.packzy.com). Its invoice is our reference, unique there too, so a booking can be asked for. */
export function createSteadfast({ baseUrl, apiKey, secretKey }: SteadfastSettings, http: CourierHttp): Courier {
  const headers = { 'api-key': apiKey, 'secret-key': secretKey }
  return {
    name: 'steadfast',
    findsByReference: true,
    // Its documentation has no question for a price; what a parcel cost is on its settlement.
    places: null,
    async book(parcel) {
      return readBooking(await http({ method: 'POST', url: `${baseUrl}/create_order`, headers, body: orderOf(parcel) }))
    },
    bulk: {
      from: 2,
      most: bulkMost,
      async book(parcels) {
        // Their documentation passes the orders as JSON text inside JSON.
        const body = { data: JSON.stringify(parcels.map(orderOf)) }
        const url = `${baseUrl}/create_order/bulk-order`
        return readBulk(parcels, await http({ method: 'POST', url, headers, body, timeoutMs: bulkTimeoutMs }))
      },
    },
    async readStatus({ reference, consignmentId }: ParcelName) {
      const path =
        consignmentId === null ? `status_by_invoice/${encodeURIComponent(reference)}` : `status_by_cid/${consignmentId}`
      return readNews(await http({ method: 'GET', url: `${baseUrl}/${path}`, headers }))
    },
    readParcelState: (status) => parcelStates[status] ?? null,
  }
}

function orderOf(parcel: Parcel): Fields {
  return {
    invoice: parcel.reference,
    recipient_name: parcel.recipientName.slice(0, 100),
    recipient_phone: parcel.recipientPhone,
    recipient_address: parcel.recipientAddress,
    cod_amount: parcel.collectTaka,
    ...(parcel.note !== null && { note: parcel.note }),
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

/** Each parcel finds its own answer by its invoice; one that is not answered for is asked about before anything else. */
function readBulk(parcels: readonly Parcel[], answer: CourierAnswer): BulkOutcome[] {
  if (answer.kind === 'answer' && answer.status === 200) {
    // The documentation shows a list; some answers were seen to carry it in `data`.
    const { data = answer.body } = (answer.body ?? {}) as { data?: unknown }
    const items = (Array.isArray(data) ? data : []).filter(
      (item): item is Fields => item !== null && typeof item === 'object',
    )
    return parcels.map(({ reference }) => readBulkItem(items.find(({ invoice }) => String(invoice) === reference)))
  }
  return parcels.map(() => readBulkRefusal(answer))
}

function readBulkRefusal(answer: CourierAnswer): BulkOutcome {
  if (answer.kind === 'not_sent') return { kind: 'later', reason: answer.reason }
  if (answer.kind === 'unknown') return answer
  if (answer.status === 429 || answer.status === 401) return { kind: 'later', reason: `http_${answer.status}` }
  return answer.status >= 400 ? { kind: 'alone', reason: 'bulk_refused' } : { kind: 'unknown', reason: 'garbled' }
}

function readBulkItem(item: Fields | undefined): BulkOutcome {
  if (item === undefined) return { kind: 'unknown', reason: 'not_in_answer' }
  const { consignment_id: id, tracking_code: trackingCode, status } = item
  if (typeof id === 'number' || (typeof id === 'string' && id !== '')) {
    return {
      kind: 'booked',
      consignmentId: String(id),
      trackingCode: typeof trackingCode === 'string' ? trackingCode : null,
      feePaisa: null,
      status: 'in_review',
    }
  }
  // It says no more than `error`; sent alone it says why. An invoice that is taken is found out there too.
  return status === 'error' ? { kind: 'alone', reason: 'bulk_error' } : { kind: 'unknown', reason: 'garbled' }
}

function readNews(answer: CourierAnswer): ParcelNews {
  if (answer.kind !== 'answer') return { kind: 'no_answer', reason: answer.reason }
  if (answer.status === 404) return { kind: 'not_found' }
  const { delivery_status: status } = (answer.body ?? {}) as Fields
  if (answer.status !== 200 || typeof status !== 'string') return { kind: 'no_answer', reason: `http_${answer.status}` }
  return { kind: 'status', status: status.slice(0, 100), reference: null }
}
