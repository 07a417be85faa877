import {
  changePhone,
  confirmEmail,
  getAccount,
  removeEmail,
  sendEmailCode,
  sendPhoneCode,
  setPassword,
  setProfile,
} from '@dhakacart/contract/accounts.schema.ts'
import { isLanguage } from '@dhakacart/contract/language.ts'
import { normalisePhone } from '@dhakacart/contract/phone.ts'
import { readText } from '../../form-values.ts'
import { links } from '../../links.ts'
import { type Answer, type PersonalRequest, seeOther, show } from '../../page.ts'
import { shops } from '../../shop.ts'
import { accountPage, isRefusal, refusalOf } from './account-request.ts'
import type { ProfileState } from './profile.view.tsx'

const nameLengthMin = 3
const nameLengthMax = 100
const phoneLengthMax = 40
const codeLengthMax = 20
const emailLengthMax = 254
const emailPattern = /^[^@\s]+@[^@\s]+\.[^@\s]+$/
const passwordLengthMin = 8
const passwordLengthMax = 128

export const profilePage = accountPage((request) => {
  const done = request.query.get('done')
  const { account: texts } = shops[request.language].texts
  return showProfile(request, {
    ...(done === 'saved' && { done: texts.saved }),
    ...(done === 'password' && { done: texts.passwordSaved }),
  })
})

export const saveProfilePage = accountPage(async (request) => {
  const { call, form, language } = request
  const name = readText(form.get('name'), nameLengthMax)
  const chosen = form.get('language')
  if (name.length < nameLengthMin || name.length > nameLengthMax || !isLanguage(chosen)) {
    const problems = { name: shops[language].texts.account.nameMissing }
    return showProfile(request, { typedName: name, problems }, 422)
  }
  return write(request, 'saved', () => call(setProfile, { body: { name, language: chosen } }))
})

/** The new number, then the code that went to it. */
export const changePhonePage = accountPage(async (request) => {
  const { call, form, language } = request
  const { account: texts } = shops[language].texts
  const phone = readText(form.get('phone'), phoneLengthMax)
  if (phone.length > phoneLengthMax || normalisePhone(phone) === null) {
    return showProfile(request, { newPhone: phone, problems: { phone: texts.phoneWrong } }, 422)
  }
  if (form.get('step') !== 'check') {
    try {
      await call(sendPhoneCode, { body: { phone } })
      return await showProfile(request, { newPhone: phone, isPhoneCodeSent: true })
    } catch (error) {
      const isSent = isRefusal(error, 'TOO_MANY_CODES')
      const { problem, status } = refusalOf(error, request)
      return showProfile(request, { newPhone: phone, isPhoneCodeSent: isSent, problem }, status)
    }
  }
  const code = readText(form.get('code'), codeLengthMax)
  if (code === '' || code.length > codeLengthMax) {
    const problems = { code: texts.codeMissing }
    return showProfile(request, { newPhone: phone, isPhoneCodeSent: true, problems }, 422)
  }
  return write(request, 'saved', () => call(changePhone, { body: { phone, code } }), {
    newPhone: phone,
    isPhoneCodeSent: true,
  })
})

/** The new address, then the code that went to it; or none any more. */
export const changeEmailPage = accountPage(async (request) => {
  const { call, form, language } = request
  const { account: texts } = shops[language].texts
  const step = form.get('step')
  if (step === 'remove') return write(request, 'saved', () => call(removeEmail))
  if (step === 'check') {
    const code = readText(form.get('code'), codeLengthMax)
    if (code === '' || code.length > codeLengthMax) {
      return showProfile(request, { problems: { emailCode: texts.codeMissing } }, 422)
    }
    return write(request, 'saved', () => call(confirmEmail, { body: { code } }))
  }
  const email = readText(form.get('email'), emailLengthMax)
  if (email.length > emailLengthMax || !emailPattern.test(email)) {
    return showProfile(request, { newEmail: email, problems: { email: texts.emailWrong } }, 422)
  }
  try {
    await call(sendEmailCode, { body: { email } })
    return await showProfile(request)
  } catch (error) {
    const { problem, status } = refusalOf(error, request)
    return showProfile(request, { newEmail: email, problem }, status)
  }
})

export const setPasswordPage = accountPage(async (request) => {
  const { call, form, language } = request
  const newPassword = form.get('newPassword') ?? ''
  const currentPassword = form.get('currentPassword') || null
  const isOutside = newPassword.length < passwordLengthMin || newPassword.length > passwordLengthMax
  if (isOutside || (currentPassword?.length ?? 0) > passwordLengthMax) {
    return showProfile(request, { problems: { newPassword: shops[language].texts.account.passwordLength } }, 422)
  }
  return write(request, 'password', () => call(setPassword, { body: { currentPassword, newPassword } }))
})

/** Does what a form asks for; the page then says that it was done, or what stood in the way. */
async function write(
  request: PersonalRequest,
  done: 'saved' | 'password',
  work: () => Promise<unknown>,
  state: Partial<ProfileState> = {},
): Promise<Answer> {
  try {
    await work()
  } catch (error) {
    const { problem, status } = refusalOf(error, request)
    return showProfile(request, { ...state, problem }, status)
  }
  return seeOther(`${links.accountPart(request.language, 'profile')}?done=${done}`)
}

async function showProfile(
  { call, language }: PersonalRequest,
  state: Partial<ProfileState> = {},
  status = 200,
): Promise<Answer> {
  const { body: account } = await call(getAccount)
  const props: ProfileState = {
    typedName: null,
    newPhone: '',
    newEmail: '',
    isPhoneCodeSent: false,
    problems: {},
    problem: undefined,
    done: undefined,
    ...state,
  }
  const title = shops[language].texts.account.profile
  return show('profile', { account, state: props }, { title }, { status, here: '/account/profile' })
}
