import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

export type ConflictField = { label: string; mine: ReactNode; theirs: ReactNode; isSame: boolean }

type Props = {
  fields: readonly ConflictField[]
  /** Puts theirs into the form. */
  onReload: () => void
  /** Saves mine over theirs. */
  onOverwrite: () => void
  onClose: () => void
}

/** "Somebody else changed this": shows both where they differ, and lets the person choose. */
export function ConflictDialog({ fields, onReload, onOverwrite, onClose }: Props) {
  const { texts } = useWords()
  const different = fields.filter(({ isSame }) => !isSame)
  return (
    <Dialog
      title={texts.conflict.title}
      isWide
      onClose={onClose}
      actions={
        <>
          <Button look="main" onClick={onReload}>
            {texts.conflict.reload}
          </Button>
          <Button look="danger" onClick={onOverwrite}>
            {texts.conflict.overwrite}
          </Button>
        </>
      }
    >
      <p>{different.length === 0 ? texts.conflict.textSame : texts.conflict.text}</p>
      {different.length > 0 && (
        <table className="table" aria-label={texts.conflict.title}>
          <thead>
            <tr>
              <th scope="col">{texts.conflict.field}</th>
              <th scope="col">{texts.conflict.mine}</th>
              <th scope="col">{texts.conflict.theirs}</th>
            </tr>
          </thead>
          <tbody>
            {different.map(({ label, mine, theirs }) => (
              <tr key={label}>
                <th scope="row" data-label={texts.conflict.field}>
                  {label}
                </th>
                <td data-label={texts.conflict.mine}>{mine}</td>
                <td data-label={texts.conflict.theirs}>{theirs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  )
}
