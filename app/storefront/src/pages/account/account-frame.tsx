import type { ReactNode } from 'react'
import { Icon } from '../../components/icon.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'

/** What came of the last press: what was wrong, or that it was done. */
export type Outcome = { problem?: string | undefined; done?: string | undefined }

type FrameProps = Outcome & { shop: Shop; title: string; isHome?: boolean; children: ReactNode }

/** The frame of every page of the account: the way back, its title, and what came of the last press. */
export function AccountFrame({ shop, title, problem, done, isHome = false, children }: FrameProps) {
  return (
    <div className="width account-page">
      {!isHome && (
        <a className="account-back" href={links.account(shop.language)}>
          <Icon name="chevron-left" />
          {shop.texts.account.back}
        </a>
      )}
      <h1>{title}</h1>
      <OutcomeNotice problem={problem} done={done} />
      {children}
    </div>
  )
}

export function OutcomeNotice({ problem, done }: Outcome) {
  if (problem !== undefined) {
    return (
      // biome-ignore lint/a11y/noAutofocus: after a press that did nothing, the reason must be the first thing read.
      <p className="notice notice-stop" role="alert" tabIndex={-1} autoFocus>
        <Icon name="alert" />
        <span>{problem}</span>
      </p>
    )
  }
  if (done === undefined) return null
  return (
    <p className="notice notice-good" role="status">
      <Icon name="check" />
      <span>{done}</span>
    </p>
  )
}
