import { ApiError } from '@dhakacart/contract/client.ts'
import { errorText } from '../../error-text.ts'
import { links } from '../../links.ts'
import { type Answer, type PersonalPage, type PersonalRequest, personalPage, seeOther } from '../../page.ts'
import { shops } from '../../shop.ts'

/** A page of the account: whoever is not signed in, or no longer, is led to where that is done. */
export function accountPage(load: (request: PersonalRequest) => Promise<Answer>): PersonalPage {
  return personalPage(async (request) => {
    try {
      return await load(request)
    } catch (error) {
      if (isRefusal(error, 'NOT_SIGNED_IN')) return seeOther(links.signIn(request.language))
      throw error
    }
  })
}

export function isRefusal(error: unknown, ...codes: string[]): error is ApiError {
  return error instanceof ApiError && codes.includes(error.code)
}

export type Refusal = { problem: string; status: number }

/** What to say about an answer that the person can do something about; everything else is thrown on. */
export function refusalOf(error: unknown, { language }: PersonalRequest): Refusal {
  const isTheirs = error instanceof ApiError && error.status < 500 && error.code !== 'NOT_SIGNED_IN'
  if (!isTheirs) throw error
  if (error.code === 'TOO_MANY_CODES') return { problem: waitText(error, language), status: error.status }
  return { problem: errorText(shops[language], error.code), status: error.status }
}

const minuteSeconds = 60
/** Up to two minutes are told in seconds. */
const secondsShownMax = 120

function waitText(error: ApiError, language: PersonalRequest['language']): string {
  const { number, texts } = shops[language]
  const seconds = error.retryAfterSeconds ?? minuteSeconds
  if (seconds <= secondsShownMax) return texts.account.waitSeconds(number(seconds))
  return texts.account.waitMinutes(number(Math.ceil(seconds / minuteSeconds)))
}
