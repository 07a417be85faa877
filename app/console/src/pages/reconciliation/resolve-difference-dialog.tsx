import { type Difference, resolveDifference } from '@dhakacart/contract/console-reconciliation.schema.ts'
import { useWrite } from '../../api/use-write.ts'
import { conflictOf } from '../../components/conflict.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Facts } from '../../components/facts.tsx'
import { FormView, useForm } from '../../components/form.tsx'
import { Notice } from '../../components/states.tsx'
import { TextAreaField } from '../../components/text-fields.tsx'
import { useWords } from '../../words.ts'
import { BookSide } from './book-side.tsx'

type Props = { difference: Difference; onClose: () => void }

/** Says how a difference was settled; who comes second sees what the first one wrote. */
export function ResolveDifferenceDialog({ difference, onClose }: Props) {
  const { reconciliation, conflict } = useWords().texts
  const { id, version, kind, ours, theirs, orderNumber } = difference
  const resolve = useWrite(resolveDifference, {
    done: reconciliation.done,
    refreshes: ['/api/console/reconciliation', '/api/console/overview'],
    isQuiet: true,
    onDone: onClose,
  })
  const form = useForm({
    initial: { note: '' },
    mayBeLeft: true,
    validate: ({ note }) => ({ note: note.trim() === '' ? reconciliation.noteMissing : undefined }),
    submit: ({ note }) => resolve.run({ params: { id }, body: { note: note.trim(), version } }),
  })
  const current = conflictOf<Difference>(resolve.error)
  return (
    <Dialog title={reconciliation.resolveTitle(orderNumber)} onClose={onClose}>
      <p>{reconciliation.resolveText}</p>
      <Facts
        facts={[
          [reconciliation.kind, reconciliation.kinds[kind]],
          [reconciliation.ours, <BookSide key="ours" kind={kind} said={ours} />],
          [reconciliation.theirs, <BookSide key="theirs" kind={kind} said={theirs} />],
        ]}
      />
      {current !== null && (
        <Notice tone="warn">
          <p>
            <strong>{conflict.title}</strong>
          </p>
          <p>{current.note}</p>
        </Notice>
      )}
      <FormView form={form} action={reconciliation.resolve} problem={current === null ? resolve.error : null}>
        <TextAreaField label={reconciliation.note} rows={3} maxLength={500} {...form.field('note')} />
      </FormView>
    </Dialog>
  )
}
