import { maxSpecifications } from '@dhakacart/contract/console-catalogue.schema.ts'
import { type SpecificationContent, specificationKinds } from '@dhakacart/contract/console-categories.schema.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { CheckField, SelectField, TextAreaField, TextField } from '../../components/text-fields.tsx'
import { useWords } from '../../words.ts'

export type SpecificationDraft = {
  rowKey: string
  key: string
  nameEn: string
  nameBn: string
  kind: SpecificationContent['kind']
  unitEn: string
  unitBn: string
  isFacet: boolean
  /** `stored = English = Bangla`, one to a line. */
  values: string
}

export function toDrafts(all: readonly SpecificationContent[]): SpecificationDraft[] {
  return all.map(({ key, name, kind, unit, isFacet, values = {} }) => ({
    rowKey: key,
    key,
    nameEn: name.en,
    nameBn: name.bn,
    kind,
    unitEn: unit?.en ?? '',
    unitBn: unit?.bn ?? '',
    isFacet,
    values: Object.entries(values)
      .map(([stored, shown]) => `${stored} = ${shown.en} = ${shown.bn}`)
      .join('\n'),
  }))
}

/** null: something in it is missing or cannot be read. */
export function toContent(draft: SpecificationDraft): SpecificationContent | null {
  const { key, nameEn, nameBn, kind, unitEn, unitBn, isFacet } = draft
  const isNamed = /^[a-z][a-zA-Z0-9]{0,39}$/.test(key) && nameEn.trim() !== '' && nameBn.trim() !== ''
  const lines = draft.values.split('\n').filter((line) => line.trim() !== '')
  const values = lines.map((line) => line.split('=').map((part) => part.trim()))
  if (!isNamed || (unitEn === '') !== (unitBn === '')) return null
  if (values.some((parts) => parts.length !== 3 || parts.includes(''))) return null
  const entries = values.map(([stored = '', en = '', bn = '']): [string, { en: string; bn: string }] => [
    stored,
    { en, bn },
  ])
  return {
    key,
    name: { en: nameEn, bn: nameBn },
    kind,
    unit: unitEn === '' ? null : { en: unitEn, bn: unitBn },
    isFacet,
    ...(kind === 'choice' && entries.length > 0 && { values: Object.fromEntries(entries) }),
  }
}

type Props = {
  drafts: SpecificationDraft[]
  error: string | undefined
  onChange: (drafts: SpecificationDraft[]) => void
}

/** What products of a category state, one box each. */
export function SpecificationList({ drafts, error, onChange }: Props) {
  const { texts } = useWords()
  const t = texts.categories
  const add = () => {
    const blank = { key: '', nameEn: '', nameBn: '', unitEn: '', unitBn: '', values: '' }
    onChange([...drafts, { ...blank, rowKey: crypto.randomUUID(), kind: 'text', isFacet: false }])
  }
  return (
    <fieldset className="stack" id="specifications" tabIndex={-1}>
      <legend>{t.specifications}</legend>
      <p className="field-help">{t.specificationsHelp}</p>
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      {drafts.map((draft, index) => (
        <SpecificationBox
          key={draft.rowKey}
          draft={draft}
          onChange={(change) => onChange(drafts.map((each, at) => (at === index ? { ...each, ...change } : each)))}
          onRemove={() => onChange(drafts.toSpliced(index, 1))}
        />
      ))}
      {drafts.length < maxSpecifications && (
        <div className="actions">
          <Button icon="plus" onClick={add}>
            {t.addSpecification}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

type BoxProps = {
  draft: SpecificationDraft
  onChange: (change: Partial<SpecificationDraft>) => void
  onRemove: () => void
}

function SpecificationBox({ draft, onChange, onRemove }: BoxProps) {
  const { texts } = useWords()
  const t = texts.categories
  const field = (name: 'key' | 'nameEn' | 'nameBn' | 'unitEn' | 'unitBn') => ({
    name: `${draft.rowKey}-${name}`,
    error: undefined,
    value: draft[name],
    onChange: (value: string) => onChange({ [name]: value }),
  })
  return (
    <fieldset className="products-variant">
      <legend>{draft.nameEn || t.addSpecification}</legend>
      <div className="form-row">
        <TextField label={t.key} maxLength={40} {...field('key')} />
        <TextField label={t.nameEn} lang="en" maxLength={80} {...field('nameEn')} />
        <TextField label={t.nameBn} lang="bn" maxLength={80} {...field('nameBn')} />
      </div>
      <div className="form-row">
        <SelectField
          name={`${draft.rowKey}-kind`}
          label={t.kind}
          error={undefined}
          value={draft.kind}
          onChange={(value) => onChange({ kind: specificationKinds.find((known) => known === value) ?? 'text' })}
          options={specificationKinds.map((value) => ({ value, label: t.kinds[value] }))}
        />
        <TextField label={t.unitEn} lang="en" isOptional maxLength={20} {...field('unitEn')} />
        <TextField label={t.unitBn} lang="bn" isOptional maxLength={20} {...field('unitBn')} />
      </div>
      {draft.kind === 'choice' && (
        <TextAreaField
          name={`${draft.rowKey}-values`}
          label={t.values}
          help={t.valuesHelp}
          isOptional
          error={undefined}
          value={draft.values}
          onChange={(values) => onChange({ values })}
        />
      )}
      <div className="products-variant-foot">
        <CheckField
          name={`${draft.rowKey}-facet`}
          label={t.facet}
          checked={draft.isFacet}
          onChange={(isFacet) => onChange({ isFacet })}
        />
        <button type="button" className="icon-button" aria-label={`${t.remove}: ${draft.nameEn}`} onClick={onRemove}>
          <Icon name="trash" />
        </button>
      </div>
    </fieldset>
  )
}
