import { Field, type FieldProps } from './field.tsx'

type Typed = FieldProps & { value: string; onChange: (value: string) => void }

type TextProps = Typed & {
  type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search'
  autoComplete?: string
  inputMode?: 'numeric' | 'decimal' | 'text' | 'email' | 'tel'
  maxLength?: number
  placeholder?: string
  /** Language of what is typed, where the two are asked for separately. */
  lang?: 'en' | 'bn'
  autoFocus?: boolean
}

/** One line of text. */
export function TextField({ value, onChange, type = 'text', autoFocus, ...rest }: TextProps) {
  const { name, label, help, error, isOptional, disabled, ...input } = rest
  return (
    <Field {...{ name, label, help, error }} {...(isOptional && { isOptional })} {...(disabled && { disabled })}>
      {(described) => (
        <input
          {...described}
          {...input}
          type={type}
          value={value}
          // biome-ignore lint/a11y/noAutofocus: only in dialogs and on the sign-in page, where it is the one thing to do.
          autoFocus={autoFocus}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** Several lines of text. */
export function TextAreaField({ value, onChange, rows = 4, maxLength, lang, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      {(described) => (
        <textarea
          {...described}
          rows={rows}
          maxLength={maxLength}
          lang={lang}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
type TextAreaProps = Typed & { rows?: number; maxLength?: number; lang?: 'en' | 'bn' }

/** One of a short list. `value` '' stands for nothing chosen and needs `empty`, its text. */
export function SelectField({ value, onChange, options, empty, ...field }: SelectProps) {
  return (
    <Field {...field}>
      {(described) => (
        <select {...described} value={value} onChange={(event) => onChange(event.target.value)}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
export type Choice = { value: string; label: string }
type SelectProps = Typed & { options: readonly Choice[]; empty?: string }

/** Yes or no, with the sentence that is agreed to. */
export function CheckField({ name, label, help, checked, onChange, disabled }: CheckProps) {
  return (
    <div className="check">
      <input
        type="checkbox"
        id={name}
        name={name}
        checked={checked}
        disabled={disabled}
        aria-describedby={help === undefined ? undefined : `${name}-help`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={name}>{label}</label>
      {help !== undefined && (
        <p className="field-help" id={`${name}-help`}>
          {help}
        </p>
      )}
    </div>
  )
}
type CheckProps = Omit<FieldProps, 'error' | 'isOptional'> & { checked: boolean; onChange: (checked: boolean) => void }

/** One of a few, all seen at once. */
export function RadioField({ name, label, help, error, value, onChange, options }: RadioProps) {
  return (
    <fieldset id={name} tabIndex={-1} className={error === undefined ? 'field' : 'field field-wrong'}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="radio">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
      {help !== undefined && <p className="field-help">{help}</p>}
      {error !== undefined && <p className="field-error">{error}</p>}
    </fieldset>
  )
}
type RadioProps = Omit<SelectProps, 'empty'>
