import { ApiError } from '@dhakacart/contract/client.ts'
import { stepUp } from '@dhakacart/contract/console-session.schema.ts'
import { useState } from 'react'
import { callPlainly } from '../api/call.ts'
import { useDemand } from '../api/demands.ts'
import { Dialog } from '../components/dialog.tsx'
import { base } from '../router/location.ts'
import { useWords } from '../words.ts'
import { useMe } from './session.tsx'
import { CodeForm, SignInSteps, useKeepSession } from './sign-in-steps.tsx'

/** Asks for what the api wants before it goes on: a fresh code, or signing in again. Closing it declines. */
export function DemandDialogs() {
  const demand = useDemand()
  if (demand === null) return null
  if (demand.demand === 'step_up') return <StepUpDialog onMet={demand.meet} onClose={demand.decline} />
  return <ExpiredDialog onMet={demand.meet} onClose={demand.decline} />
}

type Props = { onMet: () => void; onClose: () => void }

function StepUpDialog({ onMet, onClose }: Props) {
  const { texts } = useWords()
  const [problem, setProblem] = useState<unknown>(null)
  const send = async (code: string) => {
    setProblem(null)
    try {
      await callPlainly(stepUp, { body: { code } })
      onMet()
    } catch (error) {
      // The session has ended meanwhile: the call is repeated, and its refusal asks for a new sign-in.
      if (error instanceof ApiError && error.code === 'STAFF_SIGN_IN_REQUIRED') return onMet()
      setProblem(error)
    }
  }
  return (
    <Dialog title={texts.signIn.stepUpTitle} onClose={onClose}>
      <p>{texts.signIn.stepUpText}</p>
      <CodeForm send={send} problem={problem} action={texts.signIn.stepUpAction} help={texts.signIn.codeHelp} />
    </Dialog>
  )
}

function ExpiredDialog({ onMet, onClose }: Props) {
  const { texts } = useWords()
  const me = useMe()
  const keep = useKeepSession()
  return (
    <Dialog title={texts.signIn.expiredTitle} onClose={onClose}>
      <p>{texts.signIn.expiredText}</p>
      <SignInSteps
        email={me.email}
        onDone={(session) => {
          // What was read before belongs to somebody else, and must not be seen or sent by this person.
          if (session.staff.id !== me.id) return window.location.assign(`${base}/`)
          keep(session)
          onMet()
        }}
      />
    </Dialog>
  )
}
