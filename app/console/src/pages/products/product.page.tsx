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
import { Panel } from '../../components/facts.tsx'
import { type Form, FormView, useForm } from '../../components/form.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Loaded, Notice } from '../../components/states.tsx'
import { useVersionedForm } from '../../components/versioned-form.tsx'
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
  if (isNew) return <NewProduct />
  return <Loaded read={read}>{(product) => <KnownProduct key={product.id} product={product} />}</Loaded>
}

function NewProduct() {
  const { texts } = useWords()
  const t = texts.products
  const create = useWrite(createProduct, { done: t.created, refreshes, isQuiet: true })
  const form = useForm<ProductDraft>({
    initial: emptyDraft(),
    validate: (draft) => findWrong(draft, texts),
    submit: async (draft) => {
      const made = await create.run({ body: contentOf(draft) } as never)
      if (made === null) return
      form.reset(draftOf(made))
      // After the form knows that nothing is unsaved any more.
      setTimeout(() => navigate(`/products/${made.id}`, { replaces: true }))
    },
  })
  return (
    <>
      <PageHeader title={t.newTitle} back={{ to: '/products', label: t.title }} />
      <Editor form={form} error={create.error} formerSlugs={[]} />
    </>
  )
}

function KnownProduct({ product }: { product: ConsoleProduct }) {
  const { texts, pick } = useWords()
  const me = useMe()
  const t = texts.products
  const save = useWrite(saveProduct, { done: texts.general.saved, refreshes, isQuiet: true })
  const { form, problem, conflict, continueOn } = useVersionedForm<ConsoleProduct, ProductDraft, typeof saveProduct>({
    current: product,
    valuesOf: draftOf,
    validate: (draft) => findWrong(draft, texts),
    write: save,
    send: (draft, version) => save.run({ params: { productId: product.id }, body: { ...contentOf(draft), version } }),
    differences: (mine, theirs) => differences(mine, theirs, texts),
  })
  const showPublished = (now: ConsoleProduct) => {
    continueOn(now)
    if (form.isDirty) form.set('isPublished', now.isPublished)
  }
  return (
    <>
      <PageHeader
        title={pick(product.name)}
        back={{ to: '/products', label: t.title }}
        marks={
          <Badge tone={product.isPublished ? 'good' : 'quiet'}>{product.isPublished ? t.published : t.hidden}</Badge>
        }
        actions={me.can('catalogue.write') && <PublishButton product={product} onDone={showPublished} />}
      />
      <Editor form={form} error={problem} formerSlugs={product.formerSlugs} />
      <PriceHistory productId={product.id} />
      {conflict}
    </>
  )
}

type EditorProps = { form: Form<ProductDraft>; error: unknown; formerSlugs: readonly string[] }

function Editor({ form, error, formerSlugs }: EditorProps) {
  const { texts } = useWords()
  const me = useMe()
  const t = texts.products
  const problems = problemsOf(error)
  return (
    <>
      {problems.length > 0 && <ProblemList problems={problems} />}
      <FormView form={form} action={texts.general.save} problem={problems.length > 0 ? null : error}>
        <fieldset className="products-fields" disabled={!me.can('catalogue.write')}>
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
              <FactFields form={form} formerSlugs={[...formerSlugs]} />
              <SpecificationFields form={form} />
            </div>
          </div>
        </fieldset>
      </FormView>
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
