import { Dialog } from '../components/dialog.tsx'
import { useMe } from '../session/session.tsx'
import { useWords } from '../words.ts'
import { navRoutesOf } from './navigation.tsx'

/** Every key that does something. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { texts } = useWords()
  const { help } = texts
  const pages = navRoutesOf(useMe()).map(({ nav }) => [['g', nav.letter], texts.nav.pages[nav.label]] as const)
  const keys = [
    [['/'], help.search],
    [['?'], help.help],
    [['Esc'], help.escape],
    [['↑', '↓'], help.rows],
    ...pages,
  ] as const
  return (
    <Dialog title={help.title} onClose={onClose}>
      <dl className="keys">
        {keys.map(([combination, meaning]) => (
          <div key={meaning}>
            <dt>
              {combination.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
