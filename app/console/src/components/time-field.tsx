import { useState } from 'react'
import { useWords } from '../words.ts'
import { fromDhakaLocal, toDhakaLocal } from './dhaka-local.ts'
import { Field, type FieldProps } from './field.tsx'

type Props = FieldProps & {
  /** UTC, ISO 8601; null while the field is empty. */
  value: string | null
  onChange: (iso: string | null) => void
}

/** Day and minute on Dhaka's clock, wherever the person's own clock stands. */
export function DateTimeField({ value, onChange, help, ...field }: Props) {
  const { texts } = useWords()
  const [typed, setTyped] = useState<{ text: string; value: string | null } | null>(null)
  const shown = typed !== null && typed.value === value ? typed.text : value === null ? '' : toDhakaLocal(value)
  return (
    <Field {...field} help={help ?? texts.general.dhakaTime}>
      {(described) => (
        <input
          {...described}
          type="datetime-local"
          value={shown}
          onChange={({ target }) => {
            const read = target.value === '' ? null : fromDhakaLocal(target.value)
            setTyped({ text: target.value, value: read })
            onChange(read)
          }}
        />
      )}
    </Field>
  )
}

/** A day, `2026-03-26`; null while the field is empty. */
export function DateField({ value, onChange, ...field }: FieldProps & DateProps) {
  return (
    <Field {...field}>
      {(described) => (
        <input
          {...described}
          type="date"
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        />
      )}
    </Field>
  )
}
type DateProps = { value: string | null; onChange: (day: string | null) => void }
