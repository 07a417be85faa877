import { listBrands, productTextLimits } from '@dhakacart/contract/console-catalogue.schema.ts'
import { listConsoleCategories, type SpecificationContent } from '@dhakacart/contract/console-categories.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { NumberField } from '../../components/amount-fields.tsx'
import { Panel } from '../../components/facts.tsx'
import type { Form } from '../../components/form.tsx'
import { CheckField, SelectField, TextAreaField, TextField } from '../../components/text-fields.tsx'
import { useWords } from '../../words.ts'
import type { ProductDraft } from './product-draft.ts'

type Props = { form: Form<ProductDraft> }

/** Name, description and highlights, each language beside the other. */
export function TextFields({ form }: Props) {
  const { texts } = useWords()
  const t = texts.products
  return (
    <Panel title={t.texts}>
      <div className="form-row">
        <TextField label={t.nameEn} lang="en" maxLength={productTextLimits.name} {...form.field('nameEn')} />
        <TextField label={t.nameBn} lang="bn" maxLength={productTextLimits.name} {...form.field('nameBn')} />
      </div>
      <div className="form-row">
        <TextAreaField
          label={t.descriptionEn}
          lang="en"
          rows={6}
          maxLength={productTextLimits.description}
          {...form.field('descriptionEn')}
        />
        <TextAreaField
          label={t.descriptionBn}
          lang="bn"
          rows={6}
          maxLength={productTextLimits.description}
          {...form.field('descriptionBn')}
        />
      </div>
      <div className="form-row">
        <TextAreaField
          label={t.highlightsEn}
          lang="en"
          help={t.highlightsHelp}
          isOptional
          {...form.field('highlightsEn')}
        />
        <TextAreaField
          label={t.highlightsBn}
          lang="bn"
          help={t.highlightsHelp}
          isOptional
          {...form.field('highlightsBn')}
        />
      </div>
    </Panel>
  )
}

/** Where it belongs and what is so about it. */
export function FactFields({ form, formerSlugs }: Props & { formerSlugs: readonly string[] }) {
  const { texts, pick } = useWords()
  const t = texts.products
  const tree = useRead(listConsoleCategories).data?.categories ?? []
  const brands = useRead(listBrands).data?.brands ?? []
  const parents = new Set(tree.map(({ parentId }) => parentId))
  const nameOf = (id: number | null) => tree.find((category) => category.id === id)?.name
  const leaves = tree.filter(({ id }) => !parents.has(id))
  return (
    <Panel title={t.facts}>
      <SelectField
        label={t.category}
        empty="—"
        options={leaves.map(({ id, parentId, name }) => {
          const parent = nameOf(parentId)
          return { value: String(id), label: parent === undefined ? pick(name) : `${pick(parent)} › ${pick(name)}` }
        })}
        {...form.field('categoryId')}
      />
      <SelectField
        label={t.brand}
        empty="—"
        options={brands.map(({ id, name }) => ({ value: String(id), label: name }))}
        {...form.field('brandId')}
      />
      <TextField label={t.model} maxLength={productTextLimits.modelNumber} {...form.field('modelNumber')} />
      <TextField
        label={t.slug}
        help={formerSlugs.length === 0 ? t.slugHelp : `${t.slugHelp} ${t.formerSlugs}: ${formerSlugs.join(', ')}`}
        maxLength={120}
        {...form.field('slug')}
      />
      <div className="form-row">
        <NumberField label={t.warranty} unit={t.months} {...form.field('warrantyMonths')} />
        <NumberField label={t.weight} unit={t.grams} {...form.field('weightGrams')} />
      </div>
      <TextField label={`${t.vat} (%)`} inputMode="decimal" {...form.field('vatPercent')} />
      <CheckField label={t.official} {...form.check('isOfficial')} />
    </Panel>
  )
}

/** One field for each specification that the category asks for. */
export function SpecificationFields({ form }: Props) {
  const { texts } = useWords()
  const tree = useRead(listConsoleCategories).data?.categories ?? []
  const category = tree.find(({ id }) => String(id) === form.values.categoryId)
  const definitions = category?.specifications ?? []
  const set = (key: string, value: string | number | boolean | undefined) => {
    const { [key]: _, ...others } = form.values.specifications
    form.set('specifications', value === undefined ? others : { ...others, [key]: value })
  }
  return (
    <Panel title={texts.products.specifications}>
      {definitions.length === 0 && <p>{texts.products.noSpecifications}</p>}
      {definitions.map((definition) => (
        <SpecificationField
          key={definition.key}
          definition={definition}
          value={form.values.specifications[definition.key]}
          onChange={(value) => set(definition.key, value)}
        />
      ))}
    </Panel>
  )
}

type SpecificationProps = {
  definition: SpecificationContent
  value: string | number | boolean | undefined
  onChange: (value: string | number | boolean | undefined) => void
}

function SpecificationField({ definition, value, onChange }: SpecificationProps) {
  const { texts, pick } = useWords()
  const { key, kind, unit, values } = definition
  const name = `specification-${key}`
  const label = unit === null ? pick(definition.name) : `${pick(definition.name)} (${pick(unit)})`
  const field = { name, label, error: undefined }
  const typed = value === undefined ? '' : String(value)
  if (kind === 'boolean' || (kind === 'choice' && values !== undefined)) {
    const options =
      kind === 'boolean'
        ? [
            { value: 'true', label: texts.general.yes },
            { value: 'false', label: texts.general.no },
          ]
        : Object.entries(values ?? {}).map(([stored, shown]) => ({ value: stored, label: pick(shown) }))
    const read = (text: string) =>
      kind === 'boolean' ? text === 'true' : typeof value === 'number' ? Number(text) : text
    return (
      <SelectField
        {...field}
        empty={texts.products.notStated}
        options={options}
        value={typed}
        onChange={(text) => onChange(text === '' ? undefined : read(text))}
      />
    )
  }
  const isNumber = kind === 'number'
  return (
    <TextField
      {...field}
      inputMode={isNumber ? 'decimal' : 'text'}
      maxLength={200}
      value={typed}
      onChange={(text) =>
        onChange(text === '' ? undefined : isNumber && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text)
      }
    />
  )
}
