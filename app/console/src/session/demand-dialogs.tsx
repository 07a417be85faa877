import { useDemand } from '../api/demands.ts'
import { Dialog } from '../components/dialog.tsx'
import { useWords } from '../words.ts'

/** Asks for what the api wants before it goes on: a fresh code, or signing in again. Closing it declines. */
export function DemandDialogs() {
  const demand = useDemand()
  const { texts } = useWords()
  if (demand === null) return null
  const isStepUp = demand.demand === 'step_up'
  return (
    <Dialog title={isStepUp ? texts.signIn.stepUpTitle : texts.signIn.expiredTitle} onClose={demand.decline}>
      <p>{isStepUp ? texts.signIn.stepUpText : texts.signIn.expiredText}</p>
    </Dialog>
  )
}
