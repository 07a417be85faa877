import type { startEnrolment } from '@dhakacart/contract/console-session.schema.ts'
import type { AnswerOf } from '@dhakacart/contract/route.ts'
import { useWords } from '../words.ts'

/** The secret for an authenticator app, as a picture to scan and as letters to type. */
export function AuthenticatorSecret({ qr, secret, uri }: AnswerOf<typeof startEnrolment>) {
  const { texts } = useWords()
  const { signIn } = texts
  return (
    <div className="authenticator">
      <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={signIn.qrLabel} className="qr">
        <path d={qr.path} />
      </svg>
      <div>
        <p>{signIn.typeSecret}</p>
        <p className="code-text">{secret.match(/.{1,4}/g)?.join(' ')}</p>
        <p>
          <a href={uri}>{signIn.openApp}</a>
        </p>
      </div>
    </div>
  )
}
