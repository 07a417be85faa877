import type { CatalogueProblem } from '@dhakacart/contract/catalogue-problems.ts'
import { ApiError } from '@dhakacart/contract/client.ts'
import {
  type ConsoleProduct,
  createProduct,
  getConsoleProduct,
  publishProduct,
  saveProduct,
} from '@dhakacart/contract/console-catalogue.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { useWrite } from '../../api/use-write.ts'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { conflictOf } from '../../components/conflict.ts'
import { ConflictDialog } from '../../components/conflict-dialog.tsx'
import { Panel } from '../../components/facts.tsx'
import { FormView, useForm } from '../../components/form.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Loaded, Notice } from '../../components/states.tsx'
import { navigate } from '../../router/location.ts'
import type { PageProps } from '../../routes.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'
import { PicturePanel } from './picture-panel.tsx'
import { PriceHistory } from './price-history.tsx'
import { contentOf, draftOf, emptyDraft, type ProductDraft } from './product-draft.ts'
import { FactFields, SpecificationFields, TextFields } from './product-fields.tsx'
import { findWrong } from './product-validation.ts'
import { VariantGrid } from './variant-grid.tsx'

const refreshes = ['/api/console/products', '/api/console/stock']

export default function ProductPage({ params }: PageProps) {
  const isNew = params.id === 'new'
  const read = useRead(getConsoleProduct, { params: { productId: Number(params.id) }, isEnabled: !isNew })
  if (isNew) return <Editor key="new" product={null} />
  return <Loaded read={read}>{(product) => <Editor key={product.id} product={product} />}</Loaded>
}

function Editor({ product }: { product: ConsoleProduct | null }) {
  const { texts, pick } = useWords()
  const me = useMe()
  const t = texts.products
  const create = useWrite(createProduct, { done: t.created, refreshes, isQuiet: true })
  const save = useWrite(saveProduct, { done: texts.general.saved, refreshes, isQuiet: true })
  const form = useForm<ProductDraft>({
    initial: product === null ? emptyDraft() : draftOf(product),
    validate: (draft) => findWrong(draft, texts),
    submit: (draft) => send(draft, product?.version ?? 0),
  })
  const send = async (draft: ProductDraft, version: number) => {
    if (product === null) {
      const made = await create.run({ body: contentOf(draft) } as never)
      if (made !== null) {
        form.reset(draftOf(made))
        // After the form knows that nothing is unsaved any more.
        setTimeout(() => navigate(`/products/${made.id}`, { replaces: true }))
      }
      return
    }
    const saved = await save.run({ params: { productId: product.id }, body: { ...contentOf(draft), version } })
    if (saved !== null) form.reset(draftOf(saved))
  }
  const error = save.error ?? create.error
  const theirs = conflictOf<ConsoleProduct>(error)
  const problems = problemsOf(error)
  const mayWrite = me.can('catalogue.write')
  return (
    <>
      <PageHeader
        title={product === null ? t.newTitle : pick(product.name)}
        back={{ to: '/products', label: t.title }}
        marks={
          product && (
            <Badge tone={product.isPublished ? 'good' : 'quiet'}>{product.isPublished ? t.published : t.hidden}</Badge>
          )
        }
        actions={
          product &&
          mayWrite && <PublishButton product={product} onDone={(now) => !form.isDirty && form.reset(draftOf(now))} />
        }
      />
      {problems.length > 0 && <ProblemList problems={problems} />}
      <FormView form={form} action={texts.general.save} problem={theirs !== null || problems.length > 0 ? null : error}>
        <fieldset className="products-fields" disabled={!mayWrite}>
          <div className="columns">
            <div className="stack">
              <TextFields form={form} />
              <Panel title={t.variants}>
                <VariantGrid form={form} />
              </Panel>
              <Panel title={t.pictures}>
                <PicturePanel pictureIds={form.values.pictureIds} onChange={(ids) => form.set('pictureIds', ids)} />
              </Panel>
            </div>
            <div className="stack">
              <FactFields form={form} formerSlugs={product?.formerSlugs ?? []} />
              <SpecificationFields form={form} />
            </div>
          </div>
        </fieldset>
      </FormView>
      {product !== null && <PriceHistory productId={product.id} />}
      {theirs !== null && product !== null && (
        <ConflictDialog
          fields={differences(form.values, draftOf(theirs), texts)}
          onReload={() => {
            form.reset(draftOf(theirs))
            save.forget()
          }}
          onOverwrite={() => void send(form.values, theirs.version)}
          onClose={save.forget}
        />
      )}
    </>
  )
}

function PublishButton({ product, onDone }: { product: ConsoleProduct; onDone: (product: ConsoleProduct) => void }) {
  const { texts } = useWords()
  const t = texts.products
  const done = product.isPublished ? t.hiddenDone : t.publishedDone
  const publish = useWrite(publishProduct, { done, refreshes, onDone })
  return (
    <Button
      isBusy={publish.isBusy}
      onClick={() =>
        void publish.run({ params: { productId: product.id }, body: { isPublished: !product.isPublished } })
      }
    >
      {product.isPublished ? t.hide : t.publish}
    </Button>
  )
}

export function problemsOf(error: unknown): CatalogueProblem[] {
  return error instanceof ApiError && error.code === 'CATALOGUE_INVALID' ? (error.details as CatalogueProblem[]) : []
}

/** What the api found wrong, in the order of the form. */
export function ProblemList({ problems }: { problems: readonly CatalogueProblem[] }) {
  const { texts } = useWords()
  return (
    <Notice tone="stop">
      <p>{texts.products.problemsTitle}</p>
      <ul>
        {problems.map(({ field, code, value }) => (
          <li key={`${field} ${code}`}>
            {texts.products.problems[code]}
            {value !== undefined && `: ${value}`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function differences(mine: ProductDraft, theirs: ProductDraft, texts: ReturnType<typeof useWords>['texts']) {
  const t = texts.products
  const labels = {
    nameEn: t.nameEn,
    nameBn: t.nameBn,
    descriptionEn: t.descriptionEn,
    descriptionBn: t.descriptionBn,
    slug: t.slug,
    modelNumber: t.model,
    warrantyMonths: t.warranty,
    weightGrams: t.weight,
  } as const
  const shown = Object.entries(labels).map(([name, label]) => {
    const key = name as keyof typeof labels
    return {
      label,
      mine: String(mine[key] ?? ''),
      theirs: String(theirs[key] ?? ''),
      isSame: mine[key] === theirs[key],
    }
  })
  const sum = (draft: ProductDraft) =>
    draft.variants.map(({ sku, pricePaisa }) => `${sku} ৳${(pricePaisa ?? 0) / 100}`).join(', ')
  return [...shown, { label: t.variants, mine: sum(mine), theirs: sum(theirs), isSame: sum(mine) === sum(theirs) }]
}
