import {
  type ConsoleCategory,
  listConsoleCategories,
  moveCategory,
} from '@dhakacart/contract/console-categories.schema.ts'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { useWrite } from '../../api/use-write.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Empty, Loaded } from '../../components/states.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'
import { Brands } from './brands.tsx'
import { CategoryDialog } from './category-dialog.tsx'

export const refreshes = ['/api/console/categories', '/api/console/brands', '/api/console/products']

export default function CategoriesPage() {
  const { texts } = useWords()
  return (
    <>
      <PageHeader title={texts.categories.title} />
      <Tabs
        label={texts.categories.title}
        tabs={[
          { key: 'categories', label: texts.categories.title, content: () => <Categories /> },
          { key: 'brands', label: texts.brands.title, content: () => <Brands /> },
        ]}
      />
    </>
  )
}

function Categories() {
  const { texts } = useWords()
  const me = useMe()
  const t = texts.categories
  const read = useRead(listConsoleCategories)
  const [open, setOpen] = useState<{ category: ConsoleCategory | null; parentId: number | null } | null>(null)
  return (
    <>
      {me.can('catalogue.write') && (
        <div className="actions">
          <Button look="main" icon="plus" onClick={() => setOpen({ category: null, parentId: null })}>
            {t.add}
          </Button>
        </div>
      )}
      <Loaded read={read}>
        {({ categories: tree }) =>
          tree.length === 0 ? (
            <Empty title={t.none} text={t.noneText} />
          ) : (
            <Branch
              tree={tree}
              parentId={null}
              onOpen={(category) => setOpen({ category, parentId: category.parentId })}
            />
          )
        }
      </Loaded>
      {open !== null && read.data && (
        <CategoryDialog
          key={open.category?.id ?? 'new'}
          tree={read.data.categories}
          category={open.category}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

type BranchProps = {
  tree: readonly ConsoleCategory[]
  parentId: number | null
  onOpen: (category: ConsoleCategory) => void
}

function Branch({ tree, parentId, onOpen }: BranchProps) {
  const siblings = tree.filter((category) => category.parentId === parentId)
  if (siblings.length === 0) return null
  return (
    <ol className="categories-branch">
      {siblings.map((category, index) => (
        <li key={category.id}>
          <CategoryRow
            category={category}
            isFirst={index === 0}
            isLast={index === siblings.length - 1}
            onOpen={onOpen}
          />
          <Branch tree={tree} parentId={category.id} onOpen={onOpen} />
        </li>
      ))}
    </ol>
  )
}

type RowProps = { category: ConsoleCategory; isFirst: boolean; isLast: boolean; onOpen: BranchProps['onOpen'] }

function CategoryRow({ category, isFirst, isLast, onOpen }: RowProps) {
  const { texts, pick, number } = useWords()
  const me = useMe()
  const move = useWrite(moveCategory, { refreshes })
  const name = pick(category.name)
  const moveTo = (position: number) => void move.run({ params: { categoryId: category.id }, body: { position } })
  return (
    <div className="categories-row">
      <span className="categories-name">
        {name} <small>{texts.categories.products(number(category.productCount))}</small>
      </span>
      {me.can('catalogue.write') && (
        <span className="actions">
          {!isFirst && (
            <button
              type="button"
              className="icon-button"
              aria-label={texts.products.moveUp(name)}
              onClick={() => moveTo(category.position - 1)}
            >
              <Icon name="arrow-up" />
            </button>
          )}
          {!isLast && (
            <button
              type="button"
              className="icon-button"
              aria-label={texts.products.moveDown(name)}
              onClick={() => moveTo(category.position + 1)}
            >
              <Icon name="arrow-down" />
            </button>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={texts.categories.edit(name)}
            onClick={() => onOpen(category)}
          >
            <Icon name="edit" />
          </button>
        </span>
      )}
    </div>
  )
}
