import type { ReactNode } from 'react'
import { useWords } from '../words.ts'

/** What every field of a form takes. */
export type FieldProps = {
  /** Unique within the page; also the id of the control. */
  name: string
  label: string
  /** How to fill it in, said before anything is wrong. */
  help?: string | undefined
  error?: string | undefined
  isOptional?: boolean
  disabled?: boolean
}

type Described = {
  id: string
  name: string
  disabled?: boolean
  'aria-describedby'?: string
  'aria-invalid'?: true
}

/** A labelled control with its help and what is wrong with it. `children` gets what ties the control to both. */
export function Field({
  name,
  label,
  help,
  error,
  isOptional = false,
  disabled,
  children,
}: FieldProps & { children: (described: Described) => ReactNode }) {
  const { texts } = useWords()
  const helpId = help === undefined ? null : `${name}-help`
  const errorId = error === undefined ? null : `${name}-error`
  const describedBy = [errorId, helpId].filter((id) => id !== null).join(' ')
  return (
    <div className={error === undefined ? 'field' : 'field field-wrong'}>
      <label htmlFor={name}>
        {label}
        {isOptional && <small> ({texts.general.optional})</small>}
      </label>
      {children({
        id: name,
        name,
        ...(disabled !== undefined && { disabled }),
        ...(describedBy !== '' && { 'aria-describedby': describedBy }),
        ...(error !== undefined && { 'aria-invalid': true }),
      })}
      {helpId !== null && (
        <p className="field-help" id={helpId}>
          {help}
        </p>
      )}
      {errorId !== null && (
        <p className="field-error" id={errorId}>
          {error}
        </p>
      )}
    </div>
  )
}
