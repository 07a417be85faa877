import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../words.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { TextField } from './text-fields.tsx'

type DialogProps = {
  title: string
  /** Esc, the cross, or a press outside. */
  onClose: () => void
  children: ReactNode
  /** Buttons at the foot; the first one comes first in reading order. */
  actions?: ReactNode
  isWide?: boolean
}

/** A modal dialog: the browser keeps the focus inside and gives it back to what opened it. Render it only while open. */
export function Dialog({ title, onClose, children, actions, isWide = false }: DialogProps) {
  const { texts } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    const opener = document.activeElement
    element?.showModal()
    return () => {
      element?.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={isWide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        // A file field inside sends its own cancel event up here.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
    >
      <header className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="icon-button" aria-label={texts.general.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div className="dialog-body">{children}</div>
      {actions && <footer className="dialog-foot">{actions}</footer>}
    </dialog>
  )
}

type ConfirmProps = {
  title: string
  /** What happens, and that it cannot be undone where that is so. */
  text: ReactNode
  /** The verb of what is done, never "OK". */
  action: string
  /** What has to be typed first, for what cannot be undone: an order number, a name. */
  typed?: string
  isDangerous?: boolean
  isBusy?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something is done. */
export function ConfirmDialog({ title, text, action, typed, isDangerous, isBusy, onConfirm, onClose }: ConfirmProps) {
  const { texts } = useWords()
  const [answer, setAnswer] = useState('')
  const isMet = typed === undefined || answer.trim().toLowerCase() === typed.toLowerCase()
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{texts.general.cancel}</Button>
          <Button look={isDangerous ? 'danger' : 'main'} disabled={!isMet} isBusy={isBusy ?? false} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      <div>{text}</div>
      {typed !== undefined && (
        <TextField
          name="typed"
          label={texts.general.typeToConfirm(typed)}
          value={answer}
          onChange={setAnswer}
          autoComplete="off"
        />
      )}
    </Dialog>
  )
}
