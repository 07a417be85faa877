import { toBanglaDigits, toLatinDigits } from '@dhakacart/contract/digits.ts'
import { useState } from 'react'
import { useWords } from '../words.ts'
import { Field, type FieldProps } from './field.tsx'
import { readTaka, writeTaka } from './taka.ts'

type MoneyProps = FieldProps & {
  /** null while the field is empty or no amount. */
  paisa: number | null
  onChange: (paisa: number | null) => void
}

/** An amount in taka, given and taken as whole paisa. Latin and Bangla digits, commas or not; grouped when left. */
export function MoneyField({ paisa, onChange, ...field }: MoneyProps) {
  const { language } = useWords()
  // What is being typed stands as it is; only a value that came from elsewhere replaces it.
  const [typed, setTyped] = useState<{ text: string; paisa: number | null } | null>(null)
  const shown = typed !== null && typed.paisa === paisa ? typed.text : paisa === null ? '' : writeTaka(paisa, language)
  return (
    <Field {...field}>
      {(described) => (
        <span className="with-unit">
          <span aria-hidden="true">৳</span>
          <input
            {...described}
            inputMode="decimal"
            autoComplete="off"
            value={shown}
            onChange={({ target: { value } }) => {
              const read = readTaka(value)
              setTyped({ text: value, paisa: read })
              onChange(read)
            }}
            onBlur={() => {
              if (paisa !== null) setTyped(null)
            }}
          />
        </span>
      )}
    </Field>
  )
}

type NumberProps = FieldProps & {
  value: number | null
  onChange: (value: number | null) => void
  /** Said behind the field: %, days, g. */
  unit?: string
}

/** A whole number in either script; null while the field is empty or no number. Limits are the form's to check. */
export function NumberField({ value, onChange, unit, ...field }: NumberProps) {
  const { language } = useWords()
  const [typed, setTyped] = useState<{ text: string; value: number | null } | null>(null)
  const written = value === null ? '' : language === 'bn' ? toBanglaDigits(String(value)) : String(value)
  return (
    <Field {...field}>
      {(described) => (
        <span className={unit === undefined ? 'with-unit' : 'with-unit with-unit-after'}>
          <input
            {...described}
            inputMode="numeric"
            autoComplete="off"
            value={typed !== null && typed.value === value ? typed.text : written}
            onChange={({ target }) => {
              const plain = toLatinDigits(target.value).replace(/[,\s]/g, '')
              const read = /^-?\d{1,15}$/.test(plain) ? Number(plain) : null
              setTyped({ text: target.value, value: read })
              onChange(read)
            }}
          />
          {unit !== undefined && <span aria-hidden="true">{unit}</span>}
        </span>
      )}
    </Field>
  )
}
