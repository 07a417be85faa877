/** One line of the doctor: fine, or what is missing and how to get it. */
export type Finding = {
  readonly subject: string
  readonly state: 'ok' | 'missing' | 'advice'
  readonly detail: string
}

export const ok = (subject: string, detail: string): Finding => ({ subject, state: 'ok', detail })

/** Without this, npm start cannot work. */
export const missing = (subject: string, detail: string): Finding => ({ subject, state: 'missing', detail })

/** The shop starts without this, something else does not. */
export const advice = (subject: string, detail: string): Finding => ({ subject, state: 'advice', detail })
