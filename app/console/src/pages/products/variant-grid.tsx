import { type ColourKey, colours } from '@dhakacart/contract/colours.ts'
import { maxVariants } from '@dhakacart/contract/console-catalogue.schema.ts'
import { MoneyField } from '../../components/amount-fields.tsx'
import { Button } from '../../components/button.tsx'
import type { Form } from '../../components/form.tsx'
import { Icon } from '../../components/icon.tsx'
import { CheckField, SelectField, TextField } from '../../components/text-fields.tsx'
import { useWords } from '../../words.ts'
import { type DraftVariant, emptyVariant, type ProductDraft } from './product-draft.ts'
import { isSku } from './product-validation.ts'

/** The variants of a product, one box each, in the order shoppers see them. */
export function VariantGrid({ form }: { form: Form<ProductDraft> }) {
  const { texts } = useWords()
  const t = texts.products
  const { variants } = form.values
  const isChecked = form.errors.variants !== undefined
  const replace = (index: number, change: Partial<DraftVariant>) =>
    form.set(
      'variants',
      variants.map((variant, at) => (at === index ? { ...variant, ...change } : variant)),
    )
  const move = (index: number, step: number) => {
    const moved = variants[index]
    if (moved !== undefined) form.set('variants', variants.toSpliced(index, 1).toSpliced(index + step, 0, moved))
  }
  return (
    <div className="stack" id="variants" tabIndex={-1}>
      <p className="field-help">{t.variantsHelp}</p>
      {variants.map((variant, index) => (
        <VariantBox
          key={variant.rowKey}
          variant={variant}
          isChecked={isChecked}
          isFirst={index === 0}
          isLast={index === variants.length - 1}
          pictureIds={form.values.pictureIds}
          onChange={(change) => replace(index, change)}
          onMove={(step) => move(index, step)}
          onRemove={() => form.set('variants', variants.toSpliced(index, 1))}
        />
      ))}
      {variants.length < maxVariants && (
        <div className="actions">
          <Button icon="plus" onClick={() => form.set('variants', [...variants, likeLast(variants)])}>
            {t.addVariant}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The next one mostly costs what the one before does. */
function likeLast(variants: readonly DraftVariant[]): DraftVariant {
  const last = variants.at(-1)
  return last === undefined
    ? emptyVariant()
    : { ...last, ...{ rowKey: crypto.randomUUID(), id: null, sku: '', colour: '' } }
}

type BoxProps = {
  variant: DraftVariant
  /** The form was sent and refused: what is wrong is marked from then on. */
  isChecked: boolean
  isFirst: boolean
  isLast: boolean
  pictureIds: readonly string[]
  onChange: (change: Partial<DraftVariant>) => void
  onMove: (step: 1 | -1) => void
  onRemove: () => void
}

function VariantBox({ variant, isChecked, isFirst, isLast, pictureIds, onChange, onMove, onRemove }: BoxProps) {
  const { texts } = useWords()
  const t = texts.products
  const name = (field: string) => `${variant.rowKey}-${field}`
  const title = variant.sku === '' ? t.addVariant : variant.sku
  return (
    <fieldset className="products-variant">
      <legend>{title}</legend>
      <div className="form-row">
        <TextField
          name={name('sku')}
          label={t.sku}
          maxLength={64}
          error={isChecked && !isSku(variant.sku) ? t.skuWrong : undefined}
          value={variant.sku}
          onChange={(sku) => onChange({ sku: sku.toUpperCase() })}
        />
        <MoneyField
          name={name('price')}
          label={t.price}
          error={isChecked && (variant.pricePaisa ?? 0) <= 0 ? t.missing : undefined}
          paisa={variant.pricePaisa}
          onChange={(pricePaisa) => onChange({ pricePaisa })}
        />
        <MoneyField
          name={name('compare')}
          label={t.compareAt}
          isOptional
          error={undefined}
          paisa={variant.compareAtPaisa}
          onChange={(compareAtPaisa) => onChange({ compareAtPaisa })}
        />
      </div>
      <OptionFields variant={variant} pictureIds={pictureIds} onChange={onChange} />
      <div className="products-variant-foot">
        <CheckField
          name={name('published')}
          label={t.variantPublished}
          checked={variant.isPublished}
          onChange={(isPublished) => onChange({ isPublished })}
        />
        <span className="actions">
          {!isFirst && (
            <button type="button" className="icon-button" aria-label={t.moveUp(title)} onClick={() => onMove(-1)}>
              <Icon name="arrow-up" />
            </button>
          )}
          {!isLast && (
            <button type="button" className="icon-button" aria-label={t.moveDown(title)} onClick={() => onMove(1)}>
              <Icon name="arrow-down" />
            </button>
          )}
          {variant.id === null && !(isFirst && isLast) && (
            <button type="button" className="icon-button" aria-label={t.removeVariant(title)} onClick={onRemove}>
              <Icon name="trash" />
            </button>
          )}
        </span>
      </div>
    </fieldset>
  )
}

/** What tells a variant from the others, and the picture that shows it. */
function OptionFields({ variant, pictureIds, onChange }: Pick<BoxProps, 'variant' | 'pictureIds' | 'onChange'>) {
  const { texts, pick, number } = useWords()
  const t = texts.products
  const name = (field: string) => `${variant.rowKey}-${field}`
  const choices =
    pictureIds.includes(variant.pictureId ?? '') || variant.pictureId === null
      ? pictureIds
      : [...pictureIds, variant.pictureId]
  return (
    <div className="form-row">
      <SelectField
        name={name('colour')}
        label={t.colour}
        empty="—"
        error={undefined}
        value={variant.colour}
        onChange={(colour) => onChange({ colour })}
        options={Object.keys(colours).map((key) => ({ value: key, label: pick(colours[key as ColourKey].name) }))}
      />
      <TextField
        name={name('memory')}
        label={t.memory}
        error={undefined}
        maxLength={40}
        value={variant.memory}
        onChange={(memory) => onChange({ memory })}
      />
      <TextField
        name={name('size')}
        label={t.size}
        error={undefined}
        maxLength={40}
        value={variant.size}
        onChange={(size) => onChange({ size })}
      />
      <SelectField
        name={name('picture')}
        label={t.variantPicture}
        empty={t.noPicture}
        error={undefined}
        value={variant.pictureId ?? ''}
        onChange={(id) => onChange({ pictureId: id === '' ? null : id })}
        options={choices.map((id, index) => ({ value: id, label: t.pictureNumber(number(index + 1)) }))}
      />
    </div>
  )
}
