import { type ComponentProps, useState } from 'react'
import { useWords, type Words } from '../words.ts'
import { Calendar } from './calendar.tsx'
import { Field, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import { dhakaDay, onDay, readDay, readMoment } from './typed-time.ts'

/** How a day, or a day with its hour, is written in a field, read from what was typed, and set by the calendar. */
type Kind = {
  write: (value: string, words: Words) => string
  read: (text: string) => string | null
  dayOf: (value: string) => string
  withDay: (day: string, value: string | null) => string
  wrong: (words: Words) => string
  help: (words: Words) => string
}

const dayKind: Kind = {
  write: (day, words) => words.date(day),
  read: readDay,
  dayOf: (day) => day,
  withDay: (day) => day,
  wrong: ({ texts }) => texts.general.dayWrong,
  help: ({ texts }) => texts.general.dayHelp,
}

const momentKind: Kind = {
  write: (iso, words) => words.dateTime(iso),
  read: readMoment,
  dayOf: dhakaDay,
  withDay: onDay,
  wrong: ({ texts }) => texts.general.momentWrong,
  help: ({ texts }) => `${texts.general.dhakaTime} ${texts.general.momentHelp}`,
}

type Value = { value: string | null; onChange: (value: string | null) => void }
type Typed = { text: string; value: string | null }
type InputProps = Value & {
  kind: Kind
  label: string
  described: ComponentProps<'input'>
  typed: Typed | null
  onTyped: (typed: Typed | null) => void
  /** Instead of onChange, for what the calendar gives. */
  onChosen?: (value: string) => void
}

/** What was typed stays as it is until the field is left; then the value stands there as the house writes it. */
function TimeInput({ kind, label, described, value, onChange, typed, onTyped, onChosen = onChange }: InputProps) {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  const kept = value === null ? '' : kind.write(value, words)
  return (
    <span className="with-calendar">
      <input
        {...described}
        type="text"
        autoComplete="off"
        maxLength={60}
        value={typed !== null && typed.value === value ? typed.text : kept}
        onChange={({ target }) => {
          const read = target.value.trim() === '' ? null : kind.read(target.value)
          onTyped({ text: target.value, value: read })
          onChange(read)
        }}
        onBlur={() => value !== null && onTyped(null)}
      />
      <button
        type="button"
        className="icon-button"
        disabled={described.disabled}
        aria-label={words.texts.general.calendar.open(label)}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="calendar" />
      </button>
      {isOpen && (
        <Calendar
          title={label}
          day={value === null ? null : kind.dayOf(value)}
          onChoose={(day) => {
            setOpen(false)
            onTyped(null)
            onChosen(kind.withDay(day, value))
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </span>
  )
}

function TimeField({ kind, value, onChange, help, error, ...field }: FieldProps & Value & { kind: Kind }) {
  const words = useWords()
  const [typed, setTyped] = useState<Typed | null>(null)
  const isUnreadable = typed !== null && typed.value === null && value === null && typed.text.trim() !== ''
  // Unreadable is another thing than empty, whatever the form says of a value that is not there.
  const wrong = error !== undefined && isUnreadable ? kind.wrong(words) : error
  return (
    <Field {...field} help={help ?? kind.help(words)} error={wrong}>
      {(described) => (
        <TimeInput {...{ kind, described, value, onChange, typed }} label={field.label} onTyped={setTyped} />
      )}
    </Field>
  )
}

/** Day and minute on Dhaka's clock, wherever the person's own clock stands; UTC in ISO 8601, null while empty or unreadable. */
export function DateTimeField(props: FieldProps & Value) {
  return <TimeField kind={momentKind} {...props} />
}

/** A day, `2026-03-26`; null while the field is empty or unreadable. */
export function DateField(props: FieldProps & Value) {
  return <TimeField kind={dayKind} {...props} />
}

/** The day of a filter, which takes effect when it is chosen, or typed and left. */
export function DayFilter({ name, label, value, onChange }: Value & { name: string; label: string }) {
  const words = useWords()
  const [typed, setTyped] = useState<Typed | null>(null)
  const [day, setDay] = useState(value)
  const [known, setKnown] = useState(value)
  // Back and forward change the address under the control.
  if (known !== value) {
    setKnown(value)
    setDay(value)
    setTyped(null)
  }
  const isWrong = day === null && typed !== null && typed.text.trim() !== ''
  const id = `filter-${name}`
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it waits for the focus to leave the controls inside.
    <div
      className="filter"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget) && !isWrong && day !== value) onChange(day)
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input type="hidden" name={name} value={day ?? ''} />
      <TimeInput
        kind={dayKind}
        label={label}
        described={{
          id,
          placeholder: words.texts.general.dayShape,
          ...(isWrong && { 'aria-invalid': true, title: words.texts.general.dayWrong }),
        }}
        value={day}
        typed={typed}
        onTyped={setTyped}
        onChange={setDay}
        onChosen={onChange}
      />
    </div>
  )
}
