import { listStaff, type StaffMember } from '@dhakacart/contract/console-staff.schema.ts'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { Panel } from '../../components/facts.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Time } from '../../components/time.tsx'
import { useSearch } from '../../router/search.ts'
import { type Me, useMe } from '../../session/session.tsx'
import { useWords, type Words } from '../../words.ts'
import { ChangeDialog } from './change-dialog.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { RoleTable } from './role-table.tsx'

type Open = { dialog: 'invite' } | { dialog: 'change'; id: number } | { dialog: 'link'; name: string; link: string }

/** Who has an account, invitations, roles and what they may do. */
export default function StaffPage() {
  const words = useWords()
  const { staff: texts } = words.texts
  const me = useMe()
  const [search] = useSearch()
  const after = search.get('after')
  const read = useRead(listStaff, { query: after === null ? {} : { after }, keepsPrevious: true })
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const showLink = ({ name }: StaffMember, link: string) => setOpen({ dialog: 'link', name, link })
  const edited = open?.dialog === 'change' ? read.data?.staff.find(({ id }) => id === open.id) : undefined
  const mayChange = me.can('staff.write')
  return (
    <>
      <PageHeader
        title={texts.title}
        text={texts.text}
        actions={
          mayChange && (
            <Button look="main" icon="plus" onClick={() => setOpen({ dialog: 'invite' })}>
              {texts.invite}
            </Button>
          )
        }
      />
      <div className="stack">
        <ListPage
          read={read}
          count={({ staff }) => staff.length}
          isFiltered={false}
          empty={{ title: texts.none, text: texts.noneText }}
        >
          {({ staff }) => (
            <DataTable
              label={texts.title}
              rows={staff}
              rowKey={({ id }) => String(id)}
              columns={columnsFor(words, me, mayChange ? ({ id }) => setOpen({ dialog: 'change', id }) : null)}
            />
          )}
        </ListPage>
        <Panel title={texts.rolesTitle}>
          <RoleTable />
        </Panel>
      </div>
      {open?.dialog === 'invite' && <InviteDialog onClose={close} onDone={showLink} />}
      {edited && <ChangeDialog member={edited} onClose={close} onReset={showLink} />}
      {open?.dialog === 'link' && <LinkDialog name={open.name} link={open.link} onClose={close} />}
    </>
  )
}

function columnsFor(
  { texts: { staff: texts, roles } }: Words,
  me: Me,
  change: ((member: StaffMember) => void) | null,
): Column<StaffMember>[] {
  return [
    {
      key: 'name',
      header: texts.name,
      isMain: true,
      cell: ({ id, name }) => (id === me.id ? `${name} (${texts.you})` : name),
    },
    { key: 'email', header: texts.email, cell: ({ email }) => email },
    { key: 'role', header: texts.role, cell: ({ role }) => roles[role] },
    { key: 'state', header: texts.state, cell: (member) => <MemberState member={member} /> },
    {
      key: 'lastUsed',
      header: texts.lastUsed,
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? texts.never : <Time at={lastUsedAt} />),
    },
    ...(change === null
      ? []
      : [
          {
            key: 'change',
            header: texts.change,
            cell: (member: StaffMember) => (
              <Button icon="edit" aria-label={texts.changeTitle(member.name)} onClick={() => change(member)}>
                {texts.change}
              </Button>
            ),
          },
        ]),
  ]
}

function MemberState({ member: { isActive, hasPassword, hasAuthenticator } }: { member: StaffMember }) {
  const { texts } = useWords()
  if (!isActive) return <Badge tone="stop">{texts.staff.inactive}</Badge>
  if (!hasPassword) return <Badge tone="warn">{texts.staff.invited}</Badge>
  if (!hasAuthenticator) return <Badge tone="warn">{texts.staff.noAuthenticator}</Badge>
  return <Badge tone="good">{texts.staff.active}</Badge>
}
