import { getAccount } from '@dhakacart/contract/accounts.schema.ts'
import { eraseAccount, sendErasureCode } from '@dhakacart/contract/personal-data.schema.ts'
import { readText } from '../../form-values.ts'
import { type Answer, type PersonalRequest, show } from '../../page.ts'
import { shops } from '../../shop.ts'
import { accountPage, isRefusal, refusalOf } from './account-request.ts'
import type { PersonalDataViewProps } from './data.view.tsx'

const codeLengthMax = 20

export const dataPage = accountPage((request) => showData(request, { isCodeSent: false }))

/** Erases the account: first the code, then the last word. */
export const erasePage = accountPage(async (request) => {
  const { call, form, language } = request
  const { account: texts } = shops[language].texts
  if (form.get('step') !== 'check') {
    try {
      await call(sendErasureCode, { body: {} })
      return await showData(request, { isCodeSent: true })
    } catch (error) {
      const isCodeSent = isRefusal(error, 'TOO_MANY_CODES')
      const { problem, status } = refusalOf(error, request)
      return showData(request, { isCodeSent, problem }, status)
    }
  }
  const code = readText(form.get('code'), codeLengthMax)
  if (code === '' || code.length > codeLengthMax) {
    return showData(request, { isCodeSent: true, fieldProblem: texts.codeMissing }, 422)
  }
  try {
    await call(eraseAccount, { body: { code } })
  } catch (error) {
    const { problem, status } = refusalOf(error, request)
    return showData(request, { isCodeSent: true, problem }, status)
  }
  return show('message', { title: texts.erasedTitle, text: texts.erasedText }, { title: texts.erasedTitle })
})

async function showData(
  { call, language }: PersonalRequest,
  props: Omit<PersonalDataViewProps, 'phone'>,
  status = 200,
): Promise<Answer> {
  const { body: account } = await call(getAccount)
  const title = shops[language].texts.account.data
  return show('account-data', { phone: account.phone, ...props }, { title }, { status, here: '/account/data' })
}
