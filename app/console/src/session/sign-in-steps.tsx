import {
  confirmEnrolment,
  giveSignInCode,
  type StaffSession,
  signInStaff,
  startEnrolment,
} from '@dhakacart/contract/console-session.schema.ts'
import type { AnswerOf } from '@dhakacart/contract/route.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { callPlainly } from '../api/call.ts'
import { errorText } from '../api/error-text.ts'
import { FormView, useForm } from '../components/form.tsx'
import { Notice } from '../components/states.tsx'
import { TextField } from '../components/text-fields.tsx'
import { useWords } from '../words.ts'
import { AuthenticatorSecret } from './authenticator-secret.tsx'
import { RecoveryCodeList } from './recovery-code-list.tsx'
import { keepSession } from './session.tsx'

type Step =
  | { name: 'password' }
  | { name: 'code' }
  | { name: 'enrolment'; secret: AnswerOf<typeof startEnrolment> }
  | { name: 'recovery'; codes: readonly string[]; session: StaffSession }

/**
 * Password, then the code of the authenticator app; at the first sign-in the app is set up instead and the recovery codes
 * are shown once. Calls onDone when somebody is signed in.
 */
export function SignInSteps({ onDone, email = '' }: { onDone: (session: StaffSession) => void; email?: string }) {
  const [step, setStep] = useState<Step>({ name: 'password' })
  const start = async (next: 'code' | 'enrolment') => {
    if (next === 'code') setStep({ name: 'code' })
    else setStep({ name: 'enrolment', secret: await callPlainly(startEnrolment, { body: {} }) })
  }
  switch (step.name) {
    case 'password':
      return <PasswordStep email={email} onNext={start} />
    case 'code':
      return <CodeStep onDone={onDone} onRestart={() => setStep({ name: 'password' })} />
    case 'enrolment':
      return (
        <EnrolmentStep
          secret={step.secret}
          onNext={(codes, session) => setStep({ name: 'recovery', codes, session })}
        />
      )
    case 'recovery':
      return <RecoveryCodeList codes={step.codes} onKept={() => onDone(step.session)} />
  }
}

/** Keeps who signed in, so that every part of the page knows at once. */
export function useKeepSession(): (session: StaffSession) => void {
  const queries = useQueryClient()
  return (session) => keepSession(queries, session)
}

function PasswordStep({ email, onNext }: { email: string; onNext: (next: 'code' | 'enrolment') => Promise<void> }) {
  const { texts } = useWords()
  const { signIn } = texts
  const [problem, setProblem] = useState<unknown>(null)
  const form = useForm({
    // Names of their own: the dialog opens above pages whose forms have an e-mail or a password too.
    initial: { 'sign-in-email': email, 'sign-in-password': '' },
    mayBeLeft: true,
    validate: (values) => ({
      'sign-in-email': values['sign-in-email'].trim() === '' ? signIn.emailMissing : undefined,
      'sign-in-password': values['sign-in-password'] === '' ? signIn.passwordMissing : undefined,
    }),
    submit: async (values) => {
      setProblem(null)
      try {
        const body = { email: values['sign-in-email'].trim(), password: values['sign-in-password'] }
        await onNext((await callPlainly(signInStaff, { body })).next)
      } catch (error) {
        setProblem(error)
      }
    },
  })
  return (
    <FormView form={form} action={signIn.next} problem={problem}>
      <TextField
        label={signIn.email}
        type="email"
        autoComplete="username"
        inputMode="email"
        autoFocus={email === ''}
        {...form.field('sign-in-email')}
      />
      <TextField
        label={signIn.password}
        type="password"
        autoComplete="current-password"
        autoFocus={email !== ''}
        {...form.field('sign-in-password')}
      />
    </FormView>
  )
}

function CodeStep({ onDone, onRestart }: { onDone: (session: StaffSession) => void; onRestart: () => void }) {
  const { texts } = useWords()
  const { signIn } = texts
  const [problem, setProblem] = useState<unknown>(null)
  const send = async (code: string) => {
    setProblem(null)
    try {
      onDone(await callPlainly(giveSignInCode, { body: { code } }))
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <>
      <CodeForm send={send} problem={problem} action={signIn.action} help={signIn.codeOrRecoveryHelp} />
      <button type="button" className="link-button" onClick={onRestart}>
        {signIn.restart}
      </button>
    </>
  )
}

type EnrolmentProps = {
  secret: AnswerOf<typeof startEnrolment>
  onNext: (codes: readonly string[], session: StaffSession) => void
}

function EnrolmentStep({ secret, onNext }: EnrolmentProps) {
  const { texts } = useWords()
  const { signIn } = texts
  const [problem, setProblem] = useState<unknown>(null)
  const send = async (code: string) => {
    setProblem(null)
    try {
      const { recoveryCodes, session } = await callPlainly(confirmEnrolment, { body: { code } })
      onNext(recoveryCodes, session)
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <>
      <Notice>{signIn.enrolmentText}</Notice>
      <AuthenticatorSecret {...secret} />
      <CodeForm send={send} problem={problem} action={signIn.enrolmentAction} help={signIn.codeHelp} />
    </>
  )
}

type CodeProps = { send: (code: string) => Promise<unknown>; problem: unknown; action: string; help: string }

/** One code, in the digits of either script; a browser or phone may fill it in. */
export function CodeForm({ send, problem, action, help }: CodeProps) {
  const words = useWords()
  const { signIn } = words.texts
  const form = useForm({
    initial: { 'sign-in-code': '' },
    mayBeLeft: true,
    validate: (values) => ({
      'sign-in-code': values['sign-in-code'].trim().length < 6 ? signIn.codeMissing : undefined,
    }),
    submit: (values) => send(values['sign-in-code'].trim()),
  })
  const { error, ...field } = form.field('sign-in-code')
  // What is wrong with the code stands at its field, where it is typed again.
  const wrong = error ?? (problem === null ? undefined : errorText(words, problem))
  return (
    <FormView form={form} action={action}>
      <TextField
        label={signIn.code}
        help={help}
        autoComplete="one-time-code"
        maxLength={64}
        autoFocus
        error={wrong}
        {...field}
      />
    </FormView>
  )
}
