import { maxProductPictures } from '@dhakacart/contract/console-catalogue.schema.ts'
import { uploadBytesMax, uploadTypes } from '@dhakacart/contract/console-pictures.schema.ts'
import { pictureUrl } from '@dhakacart/contract/picture-url.ts'
import { useState } from 'react'
import { errorText } from '../../api/error-text.ts'
import { FileDrop } from '../../components/file-drop.tsx'
import { Icon } from '../../components/icon.tsx'
import { Progress } from '../../components/progress.tsx'
import { useWords } from '../../words.ts'
import { refusalOf, sendPicture } from './send-picture.ts'

type Sending = {
  key: string
  name: string
  step: 'uploading' | 'rendering' | 'failed'
  done: number
  total: number
  problem: string
}

/** Pictures in their order: dropped or chosen, sent one after the other, moved and removed by buttons. */
export function PicturePanel({ pictureIds, onChange }: { pictureIds: string[]; onChange: (ids: string[]) => void }) {
  const words = useWords()
  const t = words.texts.products
  const [sending, setSending] = useState<Sending[]>([])
  const change = (key: string, now: Partial<Sending> | null) =>
    setSending((all) => all.flatMap((each) => (each.key !== key ? [each] : now === null ? [] : [{ ...each, ...now }])))
  const take = async (files: File[]) => {
    const queue = files.map((file) => ({ file, key: crypto.randomUUID() }))
    setSending((all) => [
      ...all,
      ...queue.map(({ file, key }) => ({
        key,
        name: file.name,
        step: 'uploading' as const,
        done: 0,
        total: file.size,
        problem: '',
      })),
    ])
    let ids = pictureIds
    for (const { file, key } of queue) {
      try {
        const id = await sendPicture(file, (step, done, total) => change(key, { step, done, total }))
        if (!ids.includes(id)) ids = [...ids, id].slice(0, maxProductPictures)
        onChange(ids)
        change(key, null)
      } catch (error) {
        const reason = refusalOf(error)
        change(key, { step: 'failed', problem: reason === null ? errorText(words, error) : t.refusals[reason] })
      }
    }
  }
  return (
    <>
      <p className="field-help">{t.picturesHelp}</p>
      <PictureList pictureIds={pictureIds} onChange={onChange} />
      {sending.map(({ key, name, step, done, total, problem }) =>
        step === 'failed' ? (
          <p key={key} className="field-error" role="alert">
            {name}: {problem}
          </p>
        ) : (
          <Progress
            key={key}
            label={step === 'uploading' ? t.uploading(name) : t.rendering(name)}
            done={done}
            total={step === 'uploading' ? total : null}
          />
        ),
      )}
      {pictureIds.length < maxProductPictures && (
        <FileDrop
          label={t.drop}
          help={t.dropHelp}
          accept={uploadTypes.join(',')}
          bytesMax={uploadBytesMax}
          isMultiple
          onFiles={(files) => void take(files)}
        />
      )}
    </>
  )
}

/** The pictures in their order, with buttons that move and remove them. */
function PictureList({ pictureIds, onChange }: { pictureIds: string[]; onChange: (ids: string[]) => void }) {
  const { texts, number } = useWords()
  const t = texts.products
  const move = (index: number, step: number) => {
    const id = pictureIds[index]
    if (id !== undefined) onChange(pictureIds.toSpliced(index, 1).toSpliced(index + step, 0, id))
  }
  return (
    <ol className="products-pictures">
      {pictureIds.map((id, index) => (
        <li key={id}>
          <img src={pictureUrl(id, 240, 'webp')} alt={t.pictureNumber(number(index + 1))} width={120} height={120} />
          <span className="actions">
            {index > 0 && (
              <button
                type="button"
                className="icon-button"
                aria-label={t.moveUp(t.pictureNumber(number(index + 1)))}
                onClick={() => move(index, -1)}
              >
                <Icon name="chevron-left" />
              </button>
            )}
            {index < pictureIds.length - 1 && (
              <button
                type="button"
                className="icon-button"
                aria-label={t.moveDown(t.pictureNumber(number(index + 1)))}
                onClick={() => move(index, 1)}
              >
                <Icon name="chevron-right" />
              </button>
            )}
            <button
              type="button"
              className="icon-button"
              aria-label={t.removePicture(number(index + 1))}
              onClick={() => onChange(pictureIds.toSpliced(index, 1))}
            >
              <Icon name="trash" />
            </button>
          </span>
        </li>
      ))}
    </ol>
  )
}
