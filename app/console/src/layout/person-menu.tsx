import { signOutStaff } from '@dhakacart/contract/console-session.schema.ts'
import { useWrite } from '../api/use-write.ts'
import { Icon } from '../components/icon.tsx'
import { base } from '../router/location.ts'
import { useMe } from '../session/session.tsx'
import { chooseTheme, themes, useTheme } from '../theme.ts'
import { chooseLanguage, useWords } from '../words.ts'

/** The other language, named in itself. */
export function LanguageSwitch() {
  const { language, texts } = useWords()
  const other = language === 'en' ? 'bn' : 'en'
  return (
    <button type="button" className="icon-button language" lang={other} onClick={() => void chooseLanguage(other)}>
      <Icon name="globe" />
      <span>{texts.layout.otherLanguage}</span>
    </button>
  )
}

/** Who is signed in, how it looks, and the way out. */
export function PersonMenu() {
  const { texts } = useWords()
  const me = useMe()
  const theme = useTheme()
  const leave = useWrite(signOutStaff, {
    // Everything that was read belongs to this person and must not stay in memory for the next one.
    onDone: () => window.location.assign(`${base}/`),
  })
  return (
    <details
      className="person"
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.open = false
      }}
      onBlur={(event) => {
        // A press on the card itself gives the focus to nothing, and must not close it.
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false
      }}
    >
      <summary className="icon-button" aria-label={texts.layout.personMenu(me.name)}>
        <Icon name="user" />
      </summary>
      <div className="person-card">
        <p>
          <strong>{me.name}</strong>
          <small>
            {me.email} · {texts.roles[me.role]}
          </small>
        </p>
        <fieldset className="theme">
          <legend>{texts.layout.theme}</legend>
          {themes.map((one) => (
            <label key={one} className="radio">
              <input type="radio" name="theme" checked={one === theme} onChange={() => chooseTheme(one)} />
              <span>{texts.layout.themes[one]}</span>
            </label>
          ))}
        </fieldset>
        <button type="button" className="button button-quiet" onClick={() => void leave.run()}>
          <Icon name="leave" />
          {texts.layout.signOut}
        </button>
      </div>
    </details>
  )
}
