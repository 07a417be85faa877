import { acceptInvitation, type StaffSession, staffPasswordMin } from '@dhakacart/contract/console-session.schema.ts'
import { useState } from 'react'
import { callPlainly } from '../api/call.ts'
import { FormView, useForm } from '../components/form.tsx'
import { Notice } from '../components/states.tsx'
import { TextField } from '../components/text-fields.tsx'
import { navigate } from '../router/location.ts'
import { useWords } from '../words.ts'
import { AlonePage } from './sign-in.page.tsx'
import { SignInSteps, useKeepSession } from './sign-in-steps.tsx'

/** The token travels behind #, so that no server and no log ever sees it. Read once, when the page is loaded. */
const token = new URLSearchParams(window.location.hash.slice(1)).get('token') ?? ''

/** Where the link of an invitation leads: sets the password, then goes on with signing in. */
export function InvitationPage() {
  const { texts, digits } = useWords()
  const { signIn } = texts
  const keepSession = useKeepSession()
  const keep = (session: StaffSession) => {
    keepSession(session)
    navigate('/', { replaces: true })
  }
  const [email, setEmail] = useState<string | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const least = digits(String(staffPasswordMin))
  const form = useForm({
    initial: { password: '' },
    mayBeLeft: true,
    validate: ({ password }) => ({
      password: password.length < staffPasswordMin ? signIn.passwordShort(least) : undefined,
    }),
    submit: async ({ password }) => {
      setProblem(null)
      try {
        setEmail((await callPlainly(acceptInvitation, { body: { token, password } })).email)
      } catch (error) {
        setProblem(error)
      }
    },
  })
  if (email !== null) {
    return (
      <AlonePage title={signIn.title}>
        <Notice tone="good">{signIn.passwordSet}</Notice>
        <SignInSteps onDone={keep} email={email} />
      </AlonePage>
    )
  }
  return (
    <AlonePage title={signIn.invitationTitle}>
      <FormView form={form} action={signIn.invitationAction} problem={problem}>
        <TextField
          label={signIn.newPassword}
          help={signIn.passwordHelp(least)}
          type="password"
          autoComplete="new-password"
          autoFocus
          {...form.field('password')}
        />
      </FormView>
    </AlonePage>
  )
}
