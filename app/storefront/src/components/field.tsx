import type { ReactNode } from 'react'

type FieldProps = {
  /** Also the id of the control, so that a summary of errors can lead to it. */
  name: string
  label: string
  /** Said beside the label when the field may stay empty. */
  optional?: string
  hint?: string | undefined
  error?: string | undefined
  /** The control, given what ties it to its hint and error. */
  children: (described: Described) => ReactNode
}
type Described = {
  id: string
  name: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

/** A labelled control with its hint and what is wrong with it. */
export function Field({ name, label, optional, hint, error, children }: FieldProps) {
  const hintId = hint === undefined ? null : `${name}-hint`
  const errorId = error === undefined ? null : `${name}-error`
  const describedBy = [hintId, errorId].filter((id) => id !== null).join(' ')
  return (
    <div className={error === undefined ? 'field' : 'field field-wrong'}>
      <label htmlFor={name}>
        {label}
        {optional !== undefined && <small> ({optional})</small>}
      </label>
      {children({
        id: name,
        name,
        ...(describedBy !== '' && { 'aria-describedby': describedBy }),
        ...(error !== undefined && { 'aria-invalid': true }),
      })}
      {hintId !== null && (
        <p className="field-hint" id={hintId}>
          {hint}
        </p>
      )}
      {errorId !== null && (
        <p className="field-problem" id={errorId}>
          {error}
        </p>
      )}
    </div>
  )
}
