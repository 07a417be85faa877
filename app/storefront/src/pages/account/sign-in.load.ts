import { sendSignInCode, signInWithCode, signInWithPassword, signOut } from '@dhakacart/contract/accounts.schema.ts'
import { normalisePhone } from '@dhakacart/contract/phone.ts'
import { readText } from '../../form-values.ts'
import { links, type SignInTarget } from '../../links.ts'
import { type Answer, type PersonalRequest, personalPage, publicPage, seeOther, show } from '../../page.ts'
import { shops } from '../../shop.ts'
import { isRefusal, refusalOf } from './account-request.ts'
import type { PasswordViewProps, SignInViewProps } from './sign-in.view.tsx'

const phoneLengthMax = 40
const codeLengthMax = 20
const loginLengthMax = 254
const passwordLengthMax = 128

const readTarget = (text: string | null): SignInTarget => (text === 'checkout' ? 'checkout' : '')

const readQuery = (query: URLSearchParams) => (readTarget(query.get('to')) === 'checkout' ? '?to=checkout' : '')

/** The form alone: the same for everybody. */
export const signInPage = publicPage(
  async ({ language, query }) => showSignIn(language, { step: 'phone', phone: '', to: readTarget(query.get('to')) }),
  { readQuery },
)

/** One form in two steps. The number stands in the page, never in an address. */
export const submitSignInPage = personalPage(async (request) => {
  const { form, language } = request
  const { account: texts } = shops[language].texts
  const phone = readText(form.get('phone'), phoneLengthMax)
  const to = readTarget(form.get('to'))
  if (phone.length > phoneLengthMax || normalisePhone(phone) === null) {
    return showSignIn(language, { step: 'phone', phone, to, fieldProblem: texts.phoneWrong }, 422)
  }
  return form.get('step') === 'check' ? checkCode(request, phone, to) : sendCode(request, phone, to)
})

async function sendCode({ call, language, ...request }: PersonalRequest, phone: string, to: SignInTarget) {
  try {
    await call(sendSignInCode, { body: { phone, language } })
    return showSignIn(language, { step: 'code', phone, to })
  } catch (error) {
    // The code of a moment ago still works, so its field is what the person needs.
    const { problem, status } = refusalOf(error, { call, language, ...request })
    const step = isRefusal(error, 'TOO_MANY_CODES') ? 'code' : 'phone'
    return showSignIn(language, { step, phone, to, problem }, status)
  }
}

async function checkCode(request: PersonalRequest, phone: string, to: SignInTarget): Promise<Answer> {
  const { call, form, language } = request
  const code = readText(form.get('code'), codeLengthMax)
  if (code === '' || code.length > codeLengthMax) {
    const fieldProblem = shops[language].texts.account.codeMissing
    return showSignIn(language, { step: 'code', phone, to, fieldProblem }, 422)
  }
  try {
    await call(signInWithCode, { body: { phone, code, language } })
    return seeOther(targetOf(language, to))
  } catch (error) {
    const { problem, status } = refusalOf(error, request)
    return showSignIn(language, { step: 'code', phone, to, problem }, status)
  }
}

export const passwordSignInPage = publicPage(
  async ({ language, query }) => showPassword(language, { login: '', to: readTarget(query.get('to')), problems: {} }),
  { readQuery },
)

export const submitPasswordSignInPage = personalPage(async (request) => {
  const { call, form, language } = request
  const { account: texts } = shops[language].texts
  const login = readText(form.get('login'), loginLengthMax)
  // A password is taken as it is: its spaces count.
  const password = form.get('password') ?? ''
  const to = readTarget(form.get('to'))
  const problems = {
    ...((login === '' || login.length > loginLengthMax) && { login: texts.loginMissing }),
    ...((password === '' || password.length > passwordLengthMax) && { password: texts.passwordMissing }),
  }
  if (Object.keys(problems).length > 0) return showPassword(language, { login, to, problems }, 422)
  try {
    await call(signInWithPassword, { body: { login, password } })
    return seeOther(targetOf(language, to))
  } catch (error) {
    const { problem, status } = refusalOf(error, request)
    return showPassword(language, { login, to, problems: {}, problem }, status)
  }
})

export const signOutPage = personalPage(async ({ call, language }) => {
  await call(signOut, { body: {} })
  return seeOther(links.home(language))
})

function targetOf(language: PersonalRequest['language'], to: SignInTarget): string {
  return to === 'checkout' ? links.checkout(language) : links.account(language)
}

function showSignIn(language: PersonalRequest['language'], props: SignInViewProps, status = 200): Answer {
  const { account: texts } = shops[language].texts
  const title = props.step === 'phone' ? texts.signInTitle : texts.codeTitle
  return show('sign-in', props, { title }, { status, here: '/account/sign-in' })
}

function showPassword(language: PersonalRequest['language'], props: PasswordViewProps, status = 200): Answer {
  const title = shops[language].texts.account.passwordTitle
  return show('sign-in-password', props, { title }, { status, here: '/account/sign-in/password' })
}
