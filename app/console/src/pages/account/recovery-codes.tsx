import { renewRecoveryCodes } from '@dhakacart/contract/console-session.schema.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Panel } from '../../components/facts.tsx'
import { RecoveryCodeList } from '../../session/recovery-code-list.tsx'
import { forgetSession, useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'

export function RecoveryCodes() {
  const { texts, number } = useWords()
  const { account } = texts
  const me = useMe()
  const queries = useQueryClient()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const renew = useWrite(renewRecoveryCodes, { onDone: ({ recoveryCodes }) => setCodes(recoveryCodes) })
  const close = () => {
    setCodes(null)
    void forgetSession(queries)
  }
  return (
    <Panel title={account.recoveryTitle}>
      <div className="form">
        <p>{account.recoveryLeft(number(me.recoveryCodesLeft))}</p>
        <div className="actions">
          <Button isBusy={renew.isBusy} onClick={() => void renew.run({ body: {} })}>
            {account.recoveryNew}
          </Button>
        </div>
      </div>
      {codes !== null && (
        <Dialog title={account.recoveryTitle} onClose={close}>
          <RecoveryCodeList codes={codes} onKept={close} />
        </Dialog>
      )}
    </Panel>
  )
}
