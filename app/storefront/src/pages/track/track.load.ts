import { ApiAway, ApiError } from '@dhakacart/contract/client.ts'
import { trackOrder } from '@dhakacart/contract/orders.schema.ts'
import { normalisePhone } from '@dhakacart/contract/phone.ts'
import { readText } from '../../form-values.ts'
import { type Answer, personalPage, publicPage, show } from '../../page.ts'
import { type Shop, shops } from '../../shop.ts'
import type { TrackProblems, TrackViewProps } from './track.view.tsx'

const numberLengthMax = 40
const phoneLengthMax = 25
/** When asking again is worth it, where the api did not say. */
const retrySeconds = 3

/** The form alone: the same for everybody. */
export const trackPage = publicPage(async ({ language }) =>
  showTrack(shops[language], { number: '', phone: '', status: null, problems: {} }, { canonicalPath: '/track' }),
)

/** The answer stands on the page that the form was sent to, so number and phone never stand in an address. */
export const trackResultPage = personalPage(async ({ call, language, form }) => {
  const shop = shops[language]
  const { track: texts } = shop.texts
  const number = readText(form.get('number'), numberLengthMax)
  const phone = readText(form.get('phone'), phoneLengthMax)
  const typed = { number, phone, status: null }
  const problems: TrackProblems = {
    ...((number === '' || number.length > numberLengthMax) && { number: texts.numberMissing }),
    ...((phone.length > phoneLengthMax || normalisePhone(phone) === null) && { phone: texts.phoneMissing }),
  }
  if (Object.keys(problems).length > 0) return showTrack(shop, { ...typed, problems }, { httpStatus: 422 })
  try {
    const { body: status } = await call(trackOrder, { body: { number, phone } })
    return showTrack(shop, { ...typed, status, problems: {} })
  } catch (error) {
    if (error instanceof ApiError && error.code === 'ORDER_NOT_FOUND') {
      return showTrack(shop, { ...typed, problems: { notFound: true } }, { httpStatus: 404 })
    }
    const isAway = error instanceof ApiAway || (error instanceof ApiError && error.status === 503)
    if (!isAway) throw error
    const seconds = (error instanceof ApiError ? error.retryAfterSeconds : null) ?? retrySeconds
    const headers = { 'retry-after': String(seconds) }
    return showTrack(shop, { ...typed, problems: { away: true } }, { httpStatus: 503, headers })
  }
})

type Extras = { httpStatus?: number; headers?: Record<string, string>; canonicalPath?: string }

function showTrack(shop: Shop, props: TrackViewProps, extras: Extras = {}): Answer {
  const { httpStatus: status = 200, headers = {}, canonicalPath } = extras
  const head = { title: shop.texts.track.title, ...(canonicalPath !== undefined && { canonicalPath }) }
  return show('track', props, head, { status, headers, here: '/track' })
}
