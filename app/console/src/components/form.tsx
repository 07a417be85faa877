import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { errorText } from '../api/error-text.ts'
import { holdLeaving } from '../router/location.ts'
import { currentWords, useWords } from '../words.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

export type FormErrors<T> = { [Name in keyof T]?: string | undefined }

export type Form<T extends Record<string, unknown>> = {
  values: T
  errors: FormErrors<T>
  isDirty: boolean
  isBusy: boolean
  set: <Name extends keyof T>(name: Name, value: T[Name]) => void
  /** Replaces everything: what was saved, or what somebody else saved. */
  reset: (values: T) => void
  /** value, onChange, name and error of a control whose value has the form `{ value, onChange }`. */
  field: <Name extends keyof T & string>(
    name: Name,
  ) => { name: Name; value: T[Name]; onChange: (value: T[Name]) => void; error: string | undefined }
  /** The same for MoneyField. */
  amount: <Name extends keyof T & string>(
    name: Name,
  ) => { name: Name; paisa: T[Name]; onChange: (paisa: T[Name]) => void; error: string | undefined }
  /** The same for CheckField. */
  check: <Name extends keyof T & string>(
    name: Name,
  ) => { name: Name; checked: T[Name]; onChange: (checked: T[Name]) => void }
  submit: (event?: FormEvent) => void
}

type Settings<T> = {
  initial: T
  /** Texts of what is wrong, by name; nothing is sent while there are any. */
  validate?: (values: T) => FormErrors<T>
  /** Sends it, with useWrite, whose error goes to FormView. */
  submit: (values: T) => Promise<unknown>
  /** Forms in dialogs and searches may be left without asking. */
  mayBeLeft?: boolean
}

/** State of one form: values, what is wrong, and a question before unsaved input is left. */
export function useForm<T extends Record<string, unknown>>(settings: Settings<T>): Form<T> {
  const { validate, submit, mayBeLeft = false } = settings
  const [initial, setInitial] = useState(settings.initial)
  const [values, setValues] = useState(settings.initial)
  const [errors, setErrors] = useState<FormErrors<T>>({})
  const [isBusy, setBusy] = useState(false)
  const busy = useRef(false)
  const isDirty = JSON.stringify(values) !== JSON.stringify(initial)

  useEffect(() => {
    if (mayBeLeft || !isDirty || isBusy) return
    return holdLeaving(() => !window.confirm(currentWords().texts.general.leaveUnsaved))
  }, [mayBeLeft, isDirty, isBusy])

  const set = <Name extends keyof T>(name: Name, value: T[Name]) => {
    setValues((now) => ({ ...now, [name]: value }))
    setErrors((now) => ({ ...now, [name]: undefined }))
  }
  const send = async () => {
    const found = validate?.(values) ?? {}
    const wrong = Object.entries(found).flatMap(([name, text]) => (text === undefined ? [] : [name]))
    setErrors(found)
    if (wrong.length > 0) {
      focusFirst(wrong)
      return
    }
    busy.current = true
    setBusy(true)
    try {
      await submit(values)
    } finally {
      busy.current = false
      setBusy(false)
    }
  }
  return {
    values,
    errors,
    isDirty,
    isBusy,
    set,
    reset: (next) => {
      setInitial(next)
      setValues(next)
      setErrors({})
    },
    field: (name) => ({
      name,
      value: values[name],
      onChange: (value) => set(name, value),
      error: errors[name],
    }),
    amount: (name) => ({ name, paisa: values[name], onChange: (paisa) => set(name, paisa), error: errors[name] }),
    check: (name) => ({ name, checked: values[name], onChange: (checked) => set(name, checked) }),
    submit: (event) => {
      event?.preventDefault()
      if (!busy.current) void send()
    },
  }
}

/** The first on the page, whatever order they were checked in. */
function focusFirst(names: readonly string[]): void {
  const selector = names.map((name) => `#${CSS.escape(name)}`).join()
  document.querySelector<HTMLElement>(selector)?.focus()
}

type FormViewProps<T extends Record<string, unknown>> = {
  form: Form<T>
  children: ReactNode
  /** The verb on the button. */
  action: string
  /** More buttons beside it. */
  others?: ReactNode
  /** What the api answered to the last submit; null for nothing, or for what the caller shows itself. */
  problem?: unknown
  /** The person may look, not send. */
  isReadOnly?: boolean
}

/** A form with its problem above and its button below. */
export function FormView<T extends Record<string, unknown>>(props: FormViewProps<T>) {
  const { form, children, action, others, problem = null, isReadOnly = false } = props
  const words = useWords()
  return (
    <form className="form" noValidate onSubmit={form.submit}>
      {problem !== null && (
        <div className="notice notice-stop" role="alert">
          <Icon name="alert" />
          <p>{errorText(words, problem)}</p>
        </div>
      )}
      {children}
      {!isReadOnly && (
        <div className="actions">
          <Button look="main" type="submit" isBusy={form.isBusy}>
            {action}
          </Button>
          {others}
        </div>
      )}
    </form>
  )
}
