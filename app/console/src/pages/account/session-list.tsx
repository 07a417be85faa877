import { endStaffSession, listStaffSessions } from '@dhakacart/contract/console-session.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { useWrite } from '../../api/use-write.ts'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { Panel } from '../../components/facts.tsx'
import { Loaded } from '../../components/states.tsx'
import { Time } from '../../components/time.tsx'
import { useWords } from '../../words.ts'

/** Where oneself is signed in; any of them can be ended. */
export function SessionList() {
  const { texts } = useWords()
  const { account } = texts
  const read = useRead(listStaffSessions)
  const end = useWrite(endStaffSession, { done: account.ended, refreshes: ['/api/console/sessions'] })
  const nameOf = (device: string) => (device === '' ? account.unknownDevice : device)
  return (
    <Panel title={account.sessionsTitle}>
      <div className="form">
        <p className="muted">{account.sessionsText}</p>
        <Loaded read={read}>
          {({ sessions }) => (
            <DataTable
              label={account.sessionsTitle}
              rows={sessions}
              rowKey={({ id }) => String(id)}
              columns={[
                { key: 'device', header: account.device, cell: ({ device }) => nameOf(device), isMain: true },
                { key: 'in', header: account.signedIn, cell: ({ signedInAt }) => <Time at={signedInAt} isExact /> },
                { key: 'used', header: account.lastUsed, cell: ({ lastUsedAt }) => <Time at={lastUsedAt} /> },
                {
                  key: 'end',
                  header: account.end,
                  cell: ({ id, isThis, device }) =>
                    isThis ? (
                      <Badge tone="good">{account.thisOne}</Badge>
                    ) : (
                      <Button
                        aria-label={account.endNamed(nameOf(device))}
                        isBusy={end.isBusy}
                        onClick={() => void end.run({ params: { id } })}
                      >
                        {account.end}
                      </Button>
                    ),
                },
              ]}
            />
          )}
        </Loaded>
      </div>
    </Panel>
  )
}
