import { Dialog } from '../../components/dialog.tsx'
import { FormView, useForm } from '../../components/form.tsx'
import { TextAreaField } from '../../components/text-fields.tsx'
import { useWords } from '../../words.ts'

type Props = { refuse: (note: string) => Promise<unknown>; problem: unknown; onClose: () => void }

/** Refuses what a customer asked for, with a reason that they read. */
export function RefuseDialog({ refuse, problem, onClose }: Props) {
  const { orders } = useWords().texts
  const form = useForm({
    initial: { note: '' },
    mayBeLeft: true,
    validate: ({ note }) => ({ note: note.trim() === '' ? orders.refuseNoteMissing : undefined }),
    submit: ({ note }) => refuse(note.trim()),
  })
  return (
    <Dialog title={orders.refuse} onClose={onClose}>
      <FormView form={form} action={orders.refuse} problem={problem}>
        <TextAreaField label={orders.refuseNote} help={orders.refuseNoteHelp} maxLength={500} {...form.field('note')} />
      </FormView>
    </Dialog>
  )
}
