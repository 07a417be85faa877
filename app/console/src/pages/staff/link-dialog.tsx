import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { say } from '../../components/toasts.tsx'
import { useWords } from '../../words.ts'

/** The link of an invitation, shown once. */
export function LinkDialog({ name, link, onClose }: { name: string; link: string; onClose: () => void }) {
  const { texts } = useWords()
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    say('good', texts.staff.copied)
  }
  return (
    <Dialog
      title={texts.staff.linkTitle}
      onClose={onClose}
      actions={
        <Button look="main" onClick={() => void copy()}>
          {texts.staff.copy}
        </Button>
      }
    >
      <p>{texts.staff.linkText(name)}</p>
      <p className="code-text">{link}</p>
    </Dialog>
  )
}
