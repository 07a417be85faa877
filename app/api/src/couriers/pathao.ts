import type { ParcelState } from '@dhakacart/contract/console-couriers.schema.ts'
import type { BookingOutcome, BulkOutcome, Courier, Parcel, ParcelNews } from './courier.ts'
import { bulkTimeoutMs, type CourierAnswer, type CourierHttp, type CourierRequest } from './courier-http.ts'
import { readPlaceList, readPrice } from './pathao-answers.ts'

export type PathaoSettings = {
  baseUrl: string
  clientId: string
  clientSecret: string
  username: string
  password: string
  storeId: string
}

type Fields = Record<string, unknown>
type Ask = (request: Omit<CourierRequest, 'url'> & { path: string }) => Promise<CourierAnswer>

const parcelStates: Readonly<Record<string, ParcelState>> = {
  pending: 'waiting',
  pickup_requested: 'waiting',
  assigned_for_pickup: 'waiting',
  pickup_failed: 'waiting',
  pickup_cancelled: 'cancelled',
  picked: 'moving',
  at_the_sorting_hub: 'moving',
  in_transit: 'moving',
  received_at_last_mile_hub: 'moving',
  assigned_for_delivery: 'moving',
  on_hold: 'moving',
  delivered: 'delivered',
  partial_delivery: 'partly_delivered',
  delivery_failed: 'failed',
  return: 'returning',
}

/** Ordinary delivery within 48 hours, and a parcel rather than a document. */
const ordinaryDelivery = 48
const parcelItem = 2
/** Fewer are booked one by one within ten seconds, and their consignments are known at once. */
const bulkFrom = 10
/** The documentation names no limit; as many as one press of the console promises. */
const bulkMost = 100
/** A person waits for a price. */
const priceTimeoutMs = 5_000
/** A token is renewed so long before it ends. */
const renewBeforeMs = 10 * 60_000

/**
 * Pathao's merchant API. It cannot be asked for a parcel by our reference, so a booking that was not answered stays unknown until
 * its webhook names the consignment or a person says. A parcel without city and zone it finds by the address.
 */
export function createPathao(settings: PathaoSettings, http: CourierHttp): Courier {
  const ask = createAsk(settings, http)
  const bookOne = async (parcel: Parcel) =>
    readBooking(await ask({ method: 'POST', path: '/orders', body: orderOf(settings, parcel) }))
  return {
    name: 'pathao',
    findsByReference: false,
    async book(parcel) {
      const outcome = await bookOne(parcel)
      // A place that is not taken any more keeps no parcel here: it was certainly not booked, and goes by its address.
      const isPlaceRefused =
        outcome.kind === 'refused' && /^recipient_(?:city|zone)(?:,recipient_zone)?$/.test(outcome.reason)
      return isPlaceRefused && parcel.place !== null ? bookOne({ ...parcel, place: null }) : outcome
    },
    places: {
      async read(cityId) {
        const path = cityId === null ? '/city-list' : `/cities/${cityId}/zone-list`
        return readPlaceList(cityId === null ? 'city' : 'zone', await ask({ method: 'GET', path }))
      },
      async price({ cityId, zoneId, weightGrams }) {
        const body = {
          store_id: Number(settings.storeId),
          item_type: parcelItem,
          delivery_type: ordinaryDelivery,
          item_weight: weightGrams / 1000,
          recipient_city: cityId,
          recipient_zone: zoneId,
        }
        const path = '/merchant/price-plan'
        return readPrice(await ask({ method: 'POST', path, body, timeoutMs: priceTimeoutMs }))
      },
    },
    bulk: {
      from: bulkFrom,
      most: bulkMost,
      async book(parcels) {
        const isFit = parcels.map(fitsBulk)
        const orders = parcels.filter((_, index) => isFit[index]).map((parcel) => orderOf(settings, parcel))
        const outcome: BulkOutcome =
          orders.length === 0
            ? { kind: 'alone', reason: 'bulk_unfit' }
            : readBulk(await ask({ method: 'POST', path: '/orders/bulk', body: { orders }, timeoutMs: bulkTimeoutMs }))
        return isFit.map((fits) => (fits ? outcome : { kind: 'alone', reason: 'bulk_unfit' }))
      },
    },
    async readStatus({ consignmentId }) {
      if (consignmentId === null) return { kind: 'no_answer', reason: 'cannot_be_asked' }
      return readNews(await ask({ method: 'GET', path: `/orders/${encodeURIComponent(consignmentId)}/info` }))
    },
    readParcelState: (status) => parcelStates[status.toLowerCase().replaceAll(' ', '_')] ?? null,
  }
}

function orderOf({ storeId }: PathaoSettings, parcel: Parcel): Fields {
  return {
    store_id: Number(storeId),
    merchant_order_id: parcel.reference,
    recipient_name: parcel.recipientName.padEnd(3, '.').slice(0, 100),
    recipient_phone: parcel.recipientPhone,
    recipient_address: parcel.recipientAddress,
    delivery_type: ordinaryDelivery,
    item_type: parcelItem,
    item_quantity: parcel.itemCount,
    item_weight: parcel.weightGrams / 1000,
    amount_to_collect: parcel.collectTaka,
    ...(parcel.place !== null && { recipient_city: parcel.place.cityId, recipient_zone: parcel.place.zoneId }),
    ...(parcel.note !== null && { special_instruction: parcel.note }),
  }
}

/** A bulk is accepted before it is read, so a parcel that would be left out of it without a word goes alone and is refused aloud. */
function fitsBulk({ recipientPhone, recipientAddress, itemCount }: Parcel): boolean {
  const hasAddress = recipientAddress.length >= 10 && recipientAddress.length <= 220
  return /^01\d{9}$/.test(recipientPhone) && hasAddress && itemCount > 0
}

/** Accepted is not booked: the consignments come by webhook, and until then nobody may send these parcels again. */
function readBulk(answer: CourierAnswer): BulkOutcome {
  if (answer.kind === 'not_sent') return { kind: 'later', reason: answer.reason }
  if (answer.kind === 'unknown') return answer
  if (answer.status === 429 || answer.status === 401) return { kind: 'later', reason: `http_${answer.status}` }
  if (answer.status >= 400) return { kind: 'alone', reason: 'bulk_refused' }
  return { kind: 'unknown', reason: answer.status === 202 ? 'accepted_in_bulk' : 'garbled' }
}

/** Asks with a token, which one request fetches for all that wait; a token that was refused is fetched anew, once. */
function createAsk(settings: PathaoSettings, http: CourierHttp): Ask {
  const base = `${settings.baseUrl}/aladdin/api/v1`
  let token: { value: string; endsAt: number } | null = null
  let fetching: Promise<CourierAnswer | null> | null = null

  async function fetchToken(): Promise<CourierAnswer | null> {
    const { clientId, clientSecret, username, password } = settings
    const body = { client_id: clientId, client_secret: clientSecret, grant_type: 'password', username, password }
    const answer = await http({ method: 'POST', url: `${base}/issue-token`, body })
    if (answer.kind !== 'answer') return { kind: 'not_sent', reason: `token_${answer.reason}` }
    const { access_token: value, expires_in: seconds } = (answer.body ?? {}) as Fields
    if (answer.status !== 200 || typeof value !== 'string')
      return { kind: 'not_sent', reason: `token_http_${answer.status}` }
    token = { value, endsAt: performance.now() + Number(seconds) * 1_000 - renewBeforeMs }
    return null
  }

  /** null when there is a token now, else why not; whatever was to be asked with it was then certainly not asked. */
  async function haveToken(): Promise<CourierAnswer | null> {
    if (token !== null && performance.now() < token.endsAt) return null
    fetching ??= fetchToken().finally(() => {
      fetching = null
    })
    return fetching
  }

  return async ({ path, ...request }) => {
    for (let attempt = 1; ; attempt += 1) {
      const problem = await haveToken()
      if (problem !== null) return problem
      const headers = { authorization: `Bearer ${token?.value}` }
      const answer = await http({ ...request, url: base + path, headers })
      if (answer.kind !== 'answer' || answer.status !== 401 || attempt === 2) return answer
      token = null
    }
  }
}

function readBooking(answer: CourierAnswer): BookingOutcome {
  if (answer.kind === 'not_sent') return { kind: 'later', reason: answer.reason }
  if (answer.kind === 'unknown') return answer
  if (answer.status === 429 || answer.status === 401) return { kind: 'later', reason: `http_${answer.status}` }
  const { data, errors } = (answer.body ?? {}) as { data?: Fields; errors?: Fields }
  if (answer.status >= 400) {
    return {
      kind: 'refused',
      reason:
        Object.keys(errors ?? {})
          .join(',')
          .slice(0, 200) || `http_${answer.status}`,
    }
  }
  const { consignment_id: id, order_status: status, delivery_fee: fee } = data ?? {}
  if (typeof id !== 'string' || id === '') return { kind: 'unknown', reason: 'garbled' }
  return {
    kind: 'booked',
    consignmentId: id,
    trackingCode: null,
    feePaisa: typeof fee === 'number' && fee >= 0 ? Math.round(fee * 100) : null,
    status: typeof status === 'string' ? status : 'Pending',
  }
}

function readNews(answer: CourierAnswer): ParcelNews {
  if (answer.kind !== 'answer') return { kind: 'no_answer', reason: answer.reason }
  if (answer.status === 404) return { kind: 'not_found' }
  const {
    order_status_slug: slug,
    order_status: status,
    merchant_order_id: reference,
  } = ((answer.body ?? {}) as { data?: Fields }).data ?? {}
  const word = typeof slug === 'string' ? slug : status
  if (answer.status !== 200 || typeof word !== 'string') return { kind: 'no_answer', reason: `http_${answer.status}` }
  return { kind: 'status', status: word.slice(0, 100), reference: typeof reference === 'string' ? reference : null }
}
