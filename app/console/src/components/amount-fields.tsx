import { groupLakh, toBanglaDigits, toLatinDigits } from '@dhakacart/contract/digits.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import { useState } from 'react'
import { useWords } from '../words.ts'
import { Field, type FieldProps } from './field.tsx'

/** The most taka a field takes: the contract's limit for an amount, a thousand million. */
const takaDigitsMax = 10

/** Reads taka as a person writes them (`1,25,000.50`, `৳১,২৫,০০০`): paisa, or null for anything that is no amount. */
export function readTaka(text: string): number | null {
  const plain = toLatinDigits(text).replace(/[৳,\s]/g, '')
  const match = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(plain)
  if (!match) return null
  const [, taka = '', paisa = ''] = match
  if (taka.length > takaDigitsMax) return null
  return Number(taka) * 100 + Number(paisa.padEnd(2, '0'))
}

/** Writes paisa for editing: lakh commas, no sign, paisa only where there are any. */
export function writeTaka(paisa: number, language: Language): string {
  const rest = paisa % 100
  const text = groupLakh(String((paisa - rest) / 100)) + (rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`)
  return language === 'bn' ? toBanglaDigits(text) : text
}

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
