import { useState } from 'react'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/states.tsx'
import { CheckField } from '../components/text-fields.tsx'
import { useWords } from '../words.ts'

/** Recovery codes, shown once: goes on only when the person says they are kept. */
export function RecoveryCodeList({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { texts } = useWords()
  const { signIn } = texts
  const [isKept, setKept] = useState(false)
  return (
    <div className="form">
      <Notice tone="warn">{signIn.recoveryText}</Notice>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code} className="code-text">
            {code}
          </li>
        ))}
      </ul>
      <CheckField name="kept" label={signIn.recoveryKept} checked={isKept} onChange={setKept} />
      <div className="actions">
        <Button look="main" disabled={!isKept} onClick={onKept}>
          {signIn.recoveryDone}
        </Button>
        <Button icon="print" onClick={() => window.print()}>
          {signIn.print}
        </Button>
      </div>
    </div>
  )
}
