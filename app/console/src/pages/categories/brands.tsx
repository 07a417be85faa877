import { type ConsoleBrand, createBrand, listBrands, saveBrand } from '@dhakacart/contract/console-catalogue.schema.ts'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { useWrite } from '../../api/use-write.ts'
import { Button } from '../../components/button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FormView, useForm } from '../../components/form.tsx'
import { Empty, Loaded } from '../../components/states.tsx'
import { TextField } from '../../components/text-fields.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'
import { ProblemList, problemsOf } from '../products/product.page.tsx'
import { refreshes } from './categories.page.tsx'

/** Brands by name. */
export function Brands() {
  const { texts, number } = useWords()
  const me = useMe()
  const t = texts.brands
  const read = useRead(listBrands)
  const [open, setOpen] = useState<ConsoleBrand | 'new' | null>(null)
  return (
    <>
      {me.can('catalogue.write') && (
        <div className="actions">
          <Button look="main" icon="plus" onClick={() => setOpen('new')}>
            {t.add}
          </Button>
        </div>
      )}
      <Loaded read={read}>
        {({ brands }) =>
          brands.length === 0 ? (
            <Empty title={t.none} text={t.noneText} />
          ) : (
            <DataTable
              label={t.title}
              rows={brands}
              rowKey={({ id }) => String(id)}
              columns={[
                { key: 'name', header: t.name, cell: ({ name }) => name, isMain: true },
                { key: 'slug', header: t.slug, cell: ({ slug }) => slug },
                {
                  key: 'products',
                  header: t.products,
                  isNumber: true,
                  cell: ({ productCount }) => number(productCount),
                },
                {
                  key: 'edit',
                  header: texts.general.edit,
                  cell: (brand) =>
                    me.can('catalogue.write') && (
                      <Button icon="edit" aria-label={t.edit(brand.name)} onClick={() => setOpen(brand)}>
                        {texts.general.edit}
                      </Button>
                    ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {open !== null && <BrandDialog brand={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  )
}

function BrandDialog({ brand, onClose }: { brand: ConsoleBrand | null; onClose: () => void }) {
  const { texts } = useWords()
  const t = texts.brands
  const options = { done: texts.general.saved, refreshes, onDone: onClose, isQuiet: true }
  const create = useWrite(createBrand, options)
  const save = useWrite(saveBrand, options)
  const form = useForm({
    mayBeLeft: true,
    initial: { name: brand?.name ?? '', slug: brand?.slug ?? '' },
    validate: ({ name, slug }) => ({
      name: name.trim() === '' ? texts.products.missing : undefined,
      slug: /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) ? undefined : texts.products.slugWrong,
    }),
    submit: async (content) => {
      if (brand === null) await create.run({ body: content } as never)
      else await save.run({ params: { brandId: brand.id }, body: { ...content, version: brand.version } })
    },
  })
  const error = save.error ?? create.error
  const problems = problemsOf(error)
  return (
    <Dialog title={brand === null ? t.add : t.edit(brand.name)} onClose={onClose}>
      {problems.length > 0 && <ProblemList problems={problems} />}
      <FormView form={form} action={texts.general.save} problem={problems.length > 0 ? null : error}>
        <TextField label={t.name} maxLength={80} {...form.field('name')} />
        <TextField label={t.slug} maxLength={120} {...form.field('slug')} />
      </FormView>
    </Dialog>
  )
}
