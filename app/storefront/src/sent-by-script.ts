/**
 * Header of a form that our script sent instead of the browser. Where to go on is then told as JSON, because a script cannot see
 * where it is redirected to; pages are answered as they are.
 */
export const sentByScript = 'x-sent-by-script'

/** The answer to such a form in place of a redirect. */
export type GoOn = { goOnTo: string }
