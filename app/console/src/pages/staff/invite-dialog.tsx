import { inviteStaff, type StaffMember } from '@dhakacart/contract/console-staff.schema.ts'
import { type StaffRole, staffRoles } from '@dhakacart/contract/staff-permissions.ts'
import { useWrite } from '../../api/use-write.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FormView, useForm } from '../../components/form.tsx'
import { SelectField, TextField } from '../../components/text-fields.tsx'
import { useWords } from '../../words.ts'

type Props = { onClose: () => void; onDone: (member: StaffMember, link: string) => void }

export function InviteDialog({ onClose, onDone }: Props) {
  const { texts } = useWords()
  const { staff } = texts
  const invite = useWrite(inviteStaff, {
    isQuiet: true,
    refreshes: ['/api/console/staff'],
    onDone: (answer) => onDone(answer.staff, answer.link),
  })
  const form = useForm({
    initial: { name: '', email: '', role: 'viewer' as string },
    mayBeLeft: true,
    validate: ({ name, email }) => ({
      name: name.trim() === '' ? staff.nameMissing : undefined,
      email: /^\S+@\S+\.\S+$/.test(email.trim()) ? undefined : staff.emailMissing,
    }),
    submit: ({ name, email, role }) =>
      invite.run({ body: { name: name.trim(), email: email.trim(), role: role as StaffRole } }),
  })
  return (
    <Dialog title={staff.invite} onClose={onClose}>
      <FormView form={form} action={staff.inviteAction} problem={invite.error}>
        <TextField label={staff.name} autoComplete="off" maxLength={100} {...form.field('name')} />
        <TextField label={staff.email} type="email" autoComplete="off" maxLength={254} {...form.field('email')} />
        <SelectField
          label={staff.role}
          options={staffRoles.map((role) => ({ value: role, label: texts.roles[role] }))}
          {...form.field('role')}
        />
      </FormView>
    </Dialog>
  )
}
