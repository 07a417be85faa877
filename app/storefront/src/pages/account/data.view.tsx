import { formatPhone } from '@dhakacart/contract/phone.ts'
import { Field } from '../../components/field.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'
import { AccountFrame } from './account-frame.tsx'

export type PersonalDataViewProps = { phone: string; isCodeSent: boolean; fieldProblem?: string; problem?: string }

/** What we know of the person: to take along, or to have erased. */
export function PersonalDataView({
  shop,
  phone,
  isCodeSent,
  fieldProblem,
  problem,
}: PersonalDataViewProps & { shop: Shop }) {
  const { account: texts } = shop.texts
  return (
    <AccountFrame shop={shop} title={texts.data} problem={problem}>
      <section className="panel account-form">
        <h2>{texts.exportTitle}</h2>
        <p>{texts.exportText}</p>
        <a className="button button-quiet" href="/api/account/personal-data" download="dhakacart-my-data.json">
          {texts.exportButton}
        </a>
      </section>
      <form
        className="panel account-form"
        method="post"
        action={links.accountPart(shop.language, 'data/erase')}
        noValidate
      >
        <h2>{texts.eraseTitle}</h2>
        <p>{texts.eraseText}</p>
        {isCodeSent ? (
          <>
            <p>{texts.codeText(shop.digits(formatPhone(phone)))}</p>
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
            <button className="button button-danger" type="submit" name="step" value="check">
              {texts.eraseYes}
            </button>
          </>
        ) : (
          <button className="button button-quiet" type="submit" name="step" value="send">
            {texts.eraseCode}
          </button>
        )}
      </form>
    </AccountFrame>
  )
}
