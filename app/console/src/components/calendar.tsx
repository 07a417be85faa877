import { monthNames } from '@dhakacart/contract/dates.ts'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '../words.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Icon } from './icon.tsx'
import { dhakaDay, moveDay, weeksOf } from './typed-time.ts'

type Props = {
  title: string
  /** The day that is chosen now, `2026-03-26`. */
  day: string | null
  onChoose: (day: string) => void
  onClose: () => void
}

/** A month to choose a day from: arrows move by days and weeks, Page Up and Page Down by months, Home and End within a week. */
export function Calendar({ title, day, onChoose, onClose }: Props) {
  const { texts, language, digits, date } = useWords()
  const { calendar } = texts.general
  const today = dhakaDay(new Date())
  const [{ near, takesFocus }, setNear] = useState({ near: day ?? today, takesFocus: true })
  const table = useRef<HTMLTableElement>(null)
  // The day that the keys lead to has the focus, also in a month that was not there before.
  useEffect(() => {
    if (takesFocus) table.current?.querySelector<HTMLElement>(`[data-day="${near}"]`)?.focus()
  }, [near, takesFocus])
  const turnMonth = (months: number) => setNear({ near: moveDay(near, { months }), takesFocus: false })
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key]
    if (move === undefined) return
    event.preventDefault()
    setNear({ near: move(near), takesFocus: true })
  }
  return (
    <Dialog title={title} onClose={onClose} actions={<Button onClick={() => onChoose(today)}>{calendar.today}</Button>}>
      <div className="calendar">
        <div className="calendar-month">
          <button type="button" className="icon-button" aria-label={calendar.monthBefore} onClick={() => turnMonth(-1)}>
            <Icon name="chevron-left" />
          </button>
          <strong aria-live="polite">
            {monthNames[language][Number(near.slice(5, 7)) - 1]} {digits(near.slice(0, 4))}
          </strong>
          <button type="button" className="icon-button" aria-label={calendar.monthAfter} onClick={() => turnMonth(1)}>
            <Icon name="chevron-right" />
          </button>
        </div>
        <table ref={table} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              {calendar.weekdays.map(({ short, name }) => (
                <th key={name} scope="col">
                  <abbr title={name}>{short}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(near).map((week) => (
              <tr key={week.find((cell) => cell !== null)}>
                {week.map((cell, weekday) => (
                  <td key={cell ?? `blank-${weekday}`}>
                    {cell !== null && (
                      <button
                        type="button"
                        data-day={cell}
                        tabIndex={cell === near ? 0 : -1}
                        aria-label={date(cell)}
                        aria-pressed={cell === day}
                        {...(cell === today && { 'aria-current': 'date' as const })}
                        onClick={() => onChoose(cell)}
                      >
                        {digits(String(Number(cell.slice(8))))}
                      </button>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  )
}

const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()
const moves: Readonly<Record<string, (day: string) => string>> = {
  ArrowLeft: (day) => moveDay(day, { days: -1 }),
  ArrowRight: (day) => moveDay(day, { days: 1 }),
  ArrowUp: (day) => moveDay(day, { days: -7 }),
  ArrowDown: (day) => moveDay(day, { days: 7 }),
  PageUp: (day) => moveDay(day, { months: -1 }),
  PageDown: (day) => moveDay(day, { months: 1 }),
  Home: (day) => moveDay(day, { days: -weekdayOf(day) }),
  End: (day) => moveDay(day, { days: 6 - weekdayOf(day) }),
}
