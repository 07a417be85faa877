import {
  type CategoryContent,
  type ConsoleCategory,
  createCategory,
  removeCategory,
  saveCategory,
} from '@dhakacart/contract/console-categories.schema.ts'
import { unitIdentities } from '@dhakacart/contract/unit-identity.ts'
import { useState } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FormView, useForm } from '../../components/form.tsx'
import { SelectField, TextAreaField, TextField } from '../../components/text-fields.tsx'
import { useWords } from '../../words.ts'
import { ProblemList, problemsOf } from '../products/product.page.tsx'
import { refreshes } from './categories.page.tsx'
import { type SpecificationDraft, SpecificationList, toContent, toDrafts } from './specification-list.tsx'

type Draft = {
  nameEn: string
  nameBn: string
  descriptionEn: string
  descriptionBn: string
  slug: string
  parentId: string
  unitIdentity: string
  specifications: SpecificationDraft[]
}
type Props = { tree: readonly ConsoleCategory[]; category: ConsoleCategory | null; onClose: () => void }

/** A category with all that is said of it, new or known. */
export function CategoryDialog({ tree, category, onClose }: Props) {
  const { texts, pick } = useWords()
  const t = texts.categories
  const options = { done: texts.general.saved, refreshes, onDone: onClose, isQuiet: true }
  const create = useWrite(createCategory, options)
  const save = useWrite(saveCategory, options)
  const form = useForm<Draft>({
    mayBeLeft: true,
    initial: draftOf(category),
    validate: (draft) => ({
      nameEn: draft.nameEn.trim() === '' ? texts.products.missing : undefined,
      nameBn: draft.nameBn.trim() === '' ? texts.products.missing : undefined,
      slug: /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(draft.slug) ? undefined : texts.products.slugWrong,
      specifications: draft.specifications.some((each) => toContent(each) === null) ? t.valuesWrong : undefined,
    }),
    submit: async (draft) => {
      const content = contentOf(draft, category?.pictureId ?? null)
      if (category === null) await create.run({ body: content } as never)
      else await save.run({ params: { categoryId: category.id }, body: { ...content, version: category.version } })
    },
  })
  const error = save.error ?? create.error
  const problems = problemsOf(error)
  return (
    <Dialog title={category === null ? t.add : t.edit(pick(category.name))} isWide onClose={onClose}>
      {problems.length > 0 && <ProblemList problems={problems} />}
      <FormView
        form={form}
        action={texts.general.save}
        problem={problems.length > 0 ? null : error}
        others={category && <RemoveButton category={category} onClose={onClose} />}
      >
        <div className="form-row">
          <TextField label={t.nameEn} lang="en" maxLength={80} {...form.field('nameEn')} />
          <TextField label={t.nameBn} lang="bn" maxLength={80} {...form.field('nameBn')} />
        </div>
        <div className="form-row">
          <TextField
            label={texts.products.slug}
            help={texts.products.slugHelp}
            maxLength={120}
            {...form.field('slug')}
          />
          <SelectField
            label={t.parent}
            empty={t.top}
            options={tree
              .filter(({ id, parentId }) => parentId === null && id !== category?.id)
              .map(({ id, name }) => ({ value: String(id), label: pick(name) }))}
            {...form.field('parentId')}
          />
        </div>
        <SelectField
          label={t.unitIdentity}
          help={t.unitIdentityHelp}
          options={unitIdentities.map((value) => ({ value, label: t.unitIdentities[value] }))}
          {...form.field('unitIdentity')}
        />
        <div className="form-row">
          <TextAreaField
            label={t.descriptionEn}
            lang="en"
            isOptional
            maxLength={600}
            {...form.field('descriptionEn')}
          />
          <TextAreaField
            label={t.descriptionBn}
            lang="bn"
            isOptional
            maxLength={600}
            {...form.field('descriptionBn')}
          />
        </div>
        <SpecificationList
          drafts={form.values.specifications}
          error={form.errors.specifications}
          onChange={(all) => form.set('specifications', all)}
        />
      </FormView>
    </Dialog>
  )
}

function RemoveButton({ category, onClose }: { category: ConsoleCategory; onClose: () => void }) {
  const { texts } = useWords()
  const t = texts.categories
  const [isAsked, setAsked] = useState(false)
  const remove = useWrite(removeCategory, { done: t.removed, refreshes, onDone: onClose })
  if (category.productCount > 0) return <p className="field-help">{t.removeText}</p>
  return (
    <Button
      look={isAsked ? 'danger' : 'quiet'}
      icon="trash"
      isBusy={remove.isBusy}
      // The second press does it: an empty category is quickly made again.
      onClick={() => (isAsked ? void remove.run({ params: { categoryId: category.id } }) : setAsked(true))}
    >
      {isAsked ? `${t.remove}?` : t.remove}
    </Button>
  )
}

function draftOf(category: ConsoleCategory | null): Draft {
  return {
    nameEn: category?.name.en ?? '',
    nameBn: category?.name.bn ?? '',
    descriptionEn: category?.description.en ?? '',
    descriptionBn: category?.description.bn ?? '',
    slug: category?.slug ?? '',
    parentId: String(category?.parentId ?? ''),
    unitIdentity: category?.unitIdentity ?? 'none',
    specifications: toDrafts(category?.specifications ?? []),
  }
}

function contentOf(draft: Draft, pictureId: string | null): CategoryContent {
  return {
    slug: draft.slug,
    parentId: draft.parentId === '' ? null : Number(draft.parentId),
    name: { en: draft.nameEn, bn: draft.nameBn },
    description: { en: draft.descriptionEn, bn: draft.descriptionBn },
    pictureId,
    unitIdentity: unitIdentities.find((each) => each === draft.unitIdentity) ?? 'none',
    specifications: draft.specifications.flatMap((each) => toContent(each) ?? []),
  }
}
