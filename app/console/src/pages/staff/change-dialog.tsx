import { changeStaff, resetStaff, type StaffMember } from '@dhakacart/contract/console-staff.schema.ts'
import { type StaffRole, staffRoles } from '@dhakacart/contract/staff-permissions.ts'
import { useState } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog, Dialog } from '../../components/dialog.tsx'
import { FormView } from '../../components/form.tsx'
import { Notice } from '../../components/states.tsx'
import { CheckField, SelectField, TextField } from '../../components/text-fields.tsx'
import { useVersionedForm } from '../../components/versioned-form.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'

type Props = {
  member: StaffMember
  onClose: () => void
  /** The account was reset; the link goes to its owner. */
  onReset: (member: StaffMember, link: string) => void
}
type Values = { name: string; role: string; isActive: boolean }

const refreshes = ['/api/console/staff']

function valuesOf({ name, role, isActive }: StaffMember): Values {
  return { name, role, isActive }
}

export function ChangeDialog({ member, onClose, onReset }: Props) {
  const { texts } = useWords()
  const { staff } = texts
  const isMe = useMe().id === member.id
  const [isResetting, setResetting] = useState(false)
  const change = useWrite(changeStaff, { done: texts.general.saved, refreshes, isQuiet: true, onDone: onClose })
  const reset = useWrite(resetStaff, { refreshes, onDone: (answer) => onReset(answer.staff, answer.link) })
  const { form, problem, conflict, version } = useVersionedForm<StaffMember, Values, typeof changeStaff>({
    current: member,
    valuesOf,
    mayBeLeft: true,
    validate: ({ name }) => ({ name: name.trim() === '' ? staff.nameMissing : undefined }),
    write: change,
    send: ({ name, role, isActive }, version) =>
      change.run({
        params: { id: member.id },
        body: { name: name.trim(), role: role as StaffRole, isActive, version },
      }),
    differences: (mine, theirs) => differences(mine, theirs, texts),
  })
  return (
    <Dialog title={staff.changeTitle(member.name)} onClose={onClose}>
      {isMe && <Notice>{staff.self}</Notice>}
      <FormView
        form={form}
        action={texts.general.save}
        problem={problem}
        others={
          !isMe && (
            <Button look="danger" icon="key" onClick={() => setResetting(true)}>
              {staff.reset}
            </Button>
          )
        }
      >
        <TextField label={staff.name} autoComplete="off" maxLength={100} {...form.field('name')} />
        <SelectField
          label={staff.role}
          disabled={isMe}
          options={staffRoles.map((role) => ({ value: role, label: texts.roles[role] }))}
          {...form.field('role')}
        />
        <CheckField label={staff.isActive} help={staff.isActiveHelp} disabled={isMe} {...form.check('isActive')} />
      </FormView>
      {isResetting && (
        <ConfirmDialog
          title={staff.resetTitle(member.name)}
          text={staff.resetText}
          action={staff.resetAction}
          isDangerous
          isBusy={reset.isBusy}
          onConfirm={() => void reset.run({ params: { id: member.id }, body: { version } })}
          onClose={() => setResetting(false)}
        />
      )}
      {conflict}
    </Dialog>
  )
}

function differences(mine: Values, theirs: Values, { staff, roles, general }: ReturnType<typeof useWords>['texts']) {
  const write = (values: Values) => ({
    name: values.name,
    role: roles[values.role as StaffRole],
    isActive: values.isActive ? general.yes : general.no,
  })
  const [ours, others] = [write(mine), write(theirs)]
  return (['name', 'role', 'isActive'] as const).map((key) => ({
    label: staff[key],
    mine: ours[key],
    theirs: others[key],
    isSame: ours[key] === others[key],
  }))
}
