import type { Route } from '@dhakacart/contract/route.ts'
import { type ReactNode, useEffect, useState } from 'react'
import type { Write } from '../api/use-write.ts'
import { conflictOf } from './conflict.ts'
import { ConflictDialog, type ConflictField } from './conflict-dialog.tsx'
import { type Form, type FormErrors, useForm } from './form.tsx'

type Settings<Current extends { version: number }, Values, R extends Route> = {
  /** As it was read last. */
  current: Current
  valuesOf: (current: Current) => Values
  validate?: (values: Values) => FormErrors<Values>
  /** The write that `send` uses; its errors are shown here. */
  write: Write<R>
  /** Saves the values over that version; what is there now, or null when it failed. `theirs`: over what somebody else saved. */
  send: (values: Values, version: number, theirs?: Current) => Promise<Current | null>
  /** What differs between mine and theirs, field by field. */
  differences: (mine: Values, theirs: Values) => readonly ConflictField[]
  mayBeLeft?: boolean
}

export type VersionedForm<Current, Values extends Record<string, unknown>> = {
  form: Form<Values>
  /** What the api answered to the last save, except for a conflict, which `conflict` shows. */
  problem: unknown
  /** To be rendered beside the form: nothing, or the question whose change shall hold. */
  conflict: ReactNode
  /** The version that the values were made from. */
  version: number
  /**
   * After a change of one's own beside the form, like a switch: what was typed stays and is saved over it, unless somebody
   * else changed something in between too.
   */
  continueOn: (current: Current) => void
}

/**
 * A form over something that others may change meanwhile. It saves against the version its values were made from, never
 * against one that was only read since; where nothing is typed it follows what is read, where something is it stays.
 */
export function useVersionedForm<
  Current extends { version: number },
  Values extends Record<string, unknown>,
  R extends Route,
>(settings: Settings<Current, Values, R>): VersionedForm<Current, Values> {
  const { current, valuesOf, validate, write, send, differences, mayBeLeft = false } = settings
  const [version, setVersion] = useState(current.version)
  const form = useForm<Values>({
    initial: valuesOf(current),
    mayBeLeft,
    ...(validate !== undefined && { validate }),
    submit: (values) => save(values, version),
  })
  const takeOver = (next: Current) => {
    form.reset(valuesOf(next))
    setVersion(next.version)
    write.forget()
  }
  const save = async (values: Values, from: number, over?: Current) => {
    const saved = await send(values, from, over)
    if (saved !== null) takeOver(saved)
  }
  const isBehind = current.version > version && !form.isDirty && !form.isBusy
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page fell behind what was read.
  useEffect(() => {
    if (isBehind) takeOver(current)
  }, [isBehind])
  const theirs = conflictOf<Current>(write.error)
  return {
    form,
    problem: theirs === null ? write.error : null,
    conflict: theirs !== null && (
      <ConflictDialog
        fields={differences(form.values, valuesOf(theirs))}
        onReload={() => takeOver(theirs)}
        onOverwrite={() => void save(form.values, theirs.version, theirs)}
        onClose={write.forget}
      />
    ),
    version,
    continueOn: (next) => {
      if (!form.isDirty) return takeOver(next)
      setVersion((from) => (next.version === from + 1 ? next.version : from))
    },
  }
}
