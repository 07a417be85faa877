import { Facts, Panel } from '../../components/facts.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'
import { PasswordForm } from './password-form.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SessionList } from './session-list.tsx'

/** One's own account: password, recovery codes, sessions. */
export default function AccountPage() {
  const { texts } = useWords()
  const me = useMe()
  return (
    <>
      <PageHeader title={texts.account.title} />
      <div className="columns">
        <div className="stack">
          <SessionList />
          <RecoveryCodes />
        </div>
        <div className="stack">
          <Panel title={me.name}>
            <Facts
              facts={[
                [texts.signIn.email, me.email],
                [texts.account.role, texts.roles[me.role]],
              ]}
            />
          </Panel>
          <PasswordForm />
        </div>
      </div>
    </>
  )
}
