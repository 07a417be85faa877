import { formatPhone, normalisePhone } from '@dhakacart/contract/phone.ts'
import { Field } from '../../components/field.tsx'
import { links, type SignInTarget } from '../../links.ts'
import type { Shop } from '../../shop.ts'
import { OutcomeNotice } from './account-frame.tsx'

export type SignInViewProps = {
  step: 'phone' | 'code'
  phone: string
  to: SignInTarget
  /** What is wrong with the one field of the step. */
  fieldProblem?: string
  problem?: string
}

/** Sign in or up: a number, then the code that went to it. */
export function SignInView({ shop, ...props }: SignInViewProps & { shop: Shop }) {
  const { account: texts } = shop.texts
  const { step, to, problem } = props
  return (
    <div className="width account-page account-narrow">
      <h1>{step === 'phone' ? texts.signInTitle : texts.codeTitle}</h1>
      <OutcomeNotice problem={problem} />
      {step === 'phone' ? <PhoneStep shop={shop} {...props} /> : <CodeStep shop={shop} {...props} />}
      <p className="account-ways">
        <a href={links.signInWithPassword(shop.language, to)}>{texts.withPassword}</a>
      </p>
    </div>
  )
}

type Step = SignInViewProps & { shop: Shop }

function PhoneStep({ shop, phone, to, fieldProblem }: Step) {
  const { account: texts } = shop.texts
  return (
    <form className="panel account-form" method="post" action={links.signIn(shop.language)} noValidate>
      <p>{texts.signInText}</p>
      <input type="hidden" name="to" value={to} />
      <Field name="phone" label={texts.phone} error={fieldProblem}>
        {(described) => (
          <input
            {...described}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            required
            maxLength={40}
            defaultValue={phone}
          />
        )}
      </Field>
      <button className="button" type="submit" name="step" value="send">
        {texts.sendCode}
      </button>
    </form>
  )
}

function CodeStep({ shop, phone, to, fieldProblem }: Step) {
  const { account: texts } = shop.texts
  const action = links.signIn(shop.language)
  const hidden = (
    <>
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="phone" value={phone} />
    </>
  )
  const normal = normalisePhone(phone)
  return (
    <>
      <form className="panel account-form" method="post" action={action} noValidate>
        <p>{texts.codeText(normal === null ? phone : shop.digits(formatPhone(normal)))}</p>
        {hidden}
        <Field name="code" label={texts.code} error={fieldProblem}>
          {(described) => (
            <input
              {...described}
              type="text"
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              maxLength={20}
              className="code-input"
            />
          )}
        </Field>
        <button className="button" type="submit" name="step" value="check">
          {texts.signIn}
        </button>
      </form>
      <form method="post" action={action}>
        {hidden}
        <button className="link-button" type="submit" name="step" value="send">
          {texts.sendAgain}
        </button>
        <a className="link-button" href={links.signIn(shop.language, to)}>
          {texts.otherPhone}
        </a>
      </form>
    </>
  )
}

export type PasswordViewProps = {
  login: string
  to: SignInTarget
  problems: { login?: string; password?: string }
  problem?: string
}

export function PasswordView({ shop, login, to, problems, problem }: PasswordViewProps & { shop: Shop }) {
  const { account: texts } = shop.texts
  return (
    <div className="width account-page account-narrow">
      <h1>{texts.passwordTitle}</h1>
      <OutcomeNotice problem={problem} />
      <form className="panel account-form" method="post" action={links.signInWithPassword(shop.language)} noValidate>
        <input type="hidden" name="to" value={to} />
        <Field name="login" label={texts.login} error={problems.login}>
          {(described) => (
            <input
              {...described}
              type="text"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              maxLength={254}
              defaultValue={login}
            />
          )}
        </Field>
        <Field name="password" label={texts.password} error={problems.password}>
          {(described) => (
            <input {...described} type="password" autoComplete="current-password" required maxLength={128} />
          )}
        </Field>
        <button className="button" type="submit">
          {texts.signIn}
        </button>
        <p className="hint">{texts.forgotten}</p>
      </form>
      <p className="account-ways">
        <a href={links.signIn(shop.language, to)}>{texts.withCode}</a>
      </p>
    </div>
  )
}
