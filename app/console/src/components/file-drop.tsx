import { type DragEvent, useId, useState } from 'react'
import { useWords } from '../words.ts'
import { Icon } from './icon.tsx'

type Props = {
  label: string
  /** What is taken, in words: "JPEG or PNG, at most 10 MB". */
  help: string
  /** As the accept attribute has it. */
  accept: string
  /** A file above this is refused before it is read. */
  bytesMax: number
  isMultiple?: boolean
  onFiles: (files: File[]) => void
}

/** Takes files by dropping or choosing them; what is too large or of another kind is named and left out. */
export function FileDrop({ label, help, accept, bytesMax, isMultiple = false, onFiles }: Props) {
  const { texts } = useWords()
  const id = useId()
  const [isOver, setOver] = useState(false)
  const [refused, setRefused] = useState<string[]>([])
  const take = (given: FileList | null) => {
    const files = [...(given ?? [])].slice(0, isMultiple ? undefined : 1)
    const fits = (file: File) => file.size <= bytesMax && isAccepted(file, accept)
    setRefused(files.filter((file) => !fits(file)).map(({ name }) => name))
    const taken = files.filter(fits)
    if (taken.length > 0) onFiles(taken)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div className="field">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first. */}
      <div
        className={isOver ? 'drop drop-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Icon name="upload" />
        <label htmlFor={id}>{label}</label>
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
        <input
          id={id}
          type="file"
          accept={accept}
          multiple={isMultiple}
          aria-describedby={`${id}-help`}
          onChange={(event) => {
            take(event.target.files)
            // So that the same file can be chosen again after it was corrected.
            event.target.value = ''
          }}
        />
      </div>
      {refused.length > 0 && (
        <p className="field-error" role="alert">
          {texts.general.filesRefused(refused.join(', '))}
        </p>
      )}
    </div>
  )
}

function isAccepted({ name, type }: File, accept: string): boolean {
  return accept
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .some((one) =>
      one.startsWith('.')
        ? name.toLowerCase().endsWith(one)
        : one.endsWith('/*')
          ? type.startsWith(one.slice(0, -1))
          : type === one,
    )
}
