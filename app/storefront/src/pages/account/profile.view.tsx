import type { Account } from '@dhakacart/contract/accounts.schema.ts'
import { formatPhone, normalisePhone } from '@dhakacart/contract/phone.ts'
import { Field } from '../../components/field.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'
import { AccountFrame } from './account-frame.tsx'

export type ProfileState = {
  /** null: as it is kept. */
  typedName: string | null
  newPhone: string
  newEmail: string
  isPhoneCodeSent: boolean
  problems: {
    name?: string
    phone?: string
    code?: string
    email?: string
    emailCode?: string
    newPassword?: string
  }
  problem: string | undefined
  done: string | undefined
}
type Props = { shop: Shop; account: Account; state: ProfileState }

/** What we call the person, how we reach them, how they sign in: each a form of its own. */
export function ProfileView({ shop, account, state }: Props) {
  return (
    <AccountFrame shop={shop} title={shop.texts.account.profile} problem={state.problem} done={state.done}>
      <NameForm shop={shop} account={account} state={state} />
      <PasswordForm shop={shop} account={account} state={state} />
      <PhoneForm shop={shop} account={account} state={state} />
      <EmailForm shop={shop} account={account} state={state} />
    </AccountFrame>
  )
}

function NameForm({ shop, account, state }: Props) {
  const { language, texts: all } = shop
  const texts = all.account
  return (
    <form className="panel account-form" method="post" action={links.accountPart(language, 'profile')} noValidate>
      <Field name="name" label={texts.name} error={state.problems.name}>
        {(described) => (
          <input
            {...described}
            type="text"
            autoComplete="name"
            required
            maxLength={100}
            defaultValue={state.typedName ?? account.name ?? ''}
          />
        )}
      </Field>
      <Field name="language" label={texts.language}>
        {(described) => (
          <select {...described} defaultValue={account.language}>
            <option value="bn">{texts.bangla}</option>
            <option value="en">{texts.english}</option>
          </select>
        )}
      </Field>
      <button className="button" type="submit">
        {texts.save}
      </button>
    </form>
  )
}

function PhoneForm({ shop, account, state }: Props) {
  const { account: texts } = shop.texts
  const action = links.accountPart(shop.language, 'profile/phone')
  const normal = normalisePhone(state.newPhone)
  const shown = normal === null ? state.newPhone : shop.digits(formatPhone(normal))
  return (
    <form className="panel account-form" method="post" action={action} noValidate>
      <h2>{texts.number}</h2>
      {state.isPhoneCodeSent ? (
        <>
          <p>{texts.codeText(shown)}</p>
          <input type="hidden" name="phone" value={state.newPhone} />
          <Field name="code" label={texts.code} error={state.problems.code}>
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
            {texts.changeNumber}
          </button>
        </>
      ) : (
        <>
          <p>{texts.numberText(shop.digits(formatPhone(account.phone)))}</p>
          <Field name="phone" label={texts.newNumber} error={state.problems.phone}>
            {(described) => (
              <input
                {...described}
                type="tel"
                inputMode="tel"
                autoComplete="tel"
                required
                maxLength={40}
                defaultValue={state.newPhone}
              />
            )}
          </Field>
          <button className="button button-quiet" type="submit" name="step" value="send">
            {texts.sendCode}
          </button>
        </>
      )}
    </form>
  )
}

function EmailForm({ shop, account, state }: Props) {
  const { account: texts } = shop.texts
  const { email, pendingEmail } = account
  return (
    <form
      className="panel account-form"
      method="post"
      action={links.accountPart(shop.language, 'profile/email')}
      noValidate
    >
      <h2>{texts.email}</h2>
      <p>{email === null ? texts.noEmail : texts.emailText(email)}</p>
      {pendingEmail === null ? (
        <Field name="email" label={texts.newEmail} error={state.problems.email}>
          {(described) => (
            <input
              {...described}
              type="email"
              inputMode="email"
              autoComplete="email"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={254}
              defaultValue={state.newEmail}
            />
          )}
        </Field>
      ) : (
        <>
          <p>{texts.emailCodeText(pendingEmail)}</p>
          <CodeField id="emailCode" label={texts.emailCode} error={state.problems.emailCode} />
        </>
      )}
      <p className="account-row-ways">
        <button
          className="button button-quiet"
          type="submit"
          name="step"
          value={pendingEmail === null ? 'send' : 'check'}
        >
          {pendingEmail === null ? texts.sendEmailCode : texts.confirmEmail}
        </button>
        {email !== null && (
          <button className="link-button" type="submit" name="step" value="remove">
            {texts.removeEmail}
          </button>
        )}
      </p>
    </form>
  )
}

/** `id` stands apart from `code`: two codes may be asked for on one page. */
function CodeField({ id, label, error }: { id: string; label: string; error: string | undefined }) {
  return (
    <Field name={id} label={label} error={error}>
      {(described) => (
        <input
          {...described}
          name="code"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={20}
          className="code-input"
        />
      )}
    </Field>
  )
}

function PasswordForm({ shop, account, state }: Props) {
  const { account: texts } = shop.texts
  const action = links.accountPart(shop.language, 'profile/password')
  const needsCurrent = account.hasPassword && !account.mayReplacePassword
  return (
    <form className="panel account-form" method="post" action={action} noValidate>
      <h2>{texts.password}</h2>
      <p>{texts.passwordText}</p>
      {/* Lets a password manager keep the new password under the right name. */}
      <input
        className="unseen"
        type="text"
        autoComplete="username"
        readOnly
        tabIndex={-1}
        aria-hidden="true"
        value={account.phone}
      />
      {needsCurrent && (
        <Field name="currentPassword" label={texts.currentPassword}>
          {(described) => (
            <input {...described} type="password" autoComplete="current-password" required maxLength={128} />
          )}
        </Field>
      )}
      <Field name="newPassword" label={texts.newPassword} hint={texts.passwordHint} error={state.problems.newPassword}>
        {(described) => <input {...described} type="password" autoComplete="new-password" required maxLength={128} />}
      </Field>
      <button className="button button-quiet" type="submit">
        {account.hasPassword ? texts.changePassword : texts.setPassword}
      </button>
    </form>
  )
}
