import { isDeepStrictEqual } from 'node:util'
import type { AuditAction } from '@dhakacart/contract/audit-actions.ts'
import type { CatalogueProblem } from '@dhakacart/contract/catalogue-problems.ts'
import type { CategoryContent, ConsoleCategory } from '@dhakacart/contract/console-categories.schema.ts'
import type { Db, Tx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import * as audit from '../audit/audit.service.ts'
import { CatalogueInvalid, CategoryInUse, CategoryNotFound, VersionConflict } from '../errors.ts'
import * as categories from './categories.repository.ts'
import { findCategoryProblems } from './category-problems.ts'
import * as creations from './creations.ts'
import { findPictures } from './products.repository.ts'
import { catchTaken, type Editor } from './products.service.ts'
import { redirectSlug } from './slug-redirects.repository.ts'

/** Values that products of one category state, read to see which are in use; a category of 2,000 phones states about 1,500. */
const usedValuesMax = 20_000

export const listTree = categories.listTree

/** Adds a category. The same key returns what the first request made. Throws CATALOGUE_INVALID. */
export async function createCategory(
  db: Db,
  staff: Editor,
  key: string,
  content: CategoryContent,
): Promise<ConsoleCategory> {
  return catchTaken(() =>
    inTransaction(db, async (tx) => {
      const id = await creations.once(tx, key, content, async () => {
        await refuseProblems(tx, await categories.lockTree(tx), null, content)
        const made = await categories.insertCategory(tx, content)
        await redirectSlug(tx, 'category', made, null, content.slug)
        await record(tx, staff, 'catalogue.category_created', made, content.slug)
        return made
      })
      return findIn(await categories.listTree(tx), id)
    }),
  )
}

/**
 * Makes a category what `content` says. Safe to retry. Throws CATEGORY_NOT_FOUND, CATALOGUE_INVALID, and VERSION_CONFLICT with
 * the category as it is now.
 */
export async function saveCategory(
  db: Db,
  staff: Editor,
  id: number,
  version: number,
  content: CategoryContent,
): Promise<ConsoleCategory> {
  return catchTaken(() =>
    inTransaction(db, async (tx) => {
      const tree = await categories.lockTree(tx)
      const current = findIn(tree, id)
      if (isDeepStrictEqual(contentOf(current), contentOf(content))) return current
      if (current.version !== version) throw new VersionConflict({ details: current })
      await refuseProblems(tx, tree, current, content)
      await categories.updateCategory(tx, id, contentOf(content), current.parentId !== content.parentId)
      await redirectSlug(tx, 'category', id, current.slug, content.slug)
      await record(tx, staff, 'catalogue.category_changed', id, content.slug)
      return findIn(await categories.listTree(tx), id)
    }),
  )
}

/** Puts a category at a place among its siblings, past the end meaning last. Safe to repeat. Throws CATEGORY_NOT_FOUND. */
export async function moveCategory(db: Db, staff: Editor, id: number, position: number): Promise<ConsoleCategory[]> {
  return inTransaction(db, async (tx) => {
    const tree = await categories.lockTree(tx)
    const moved = findIn(tree, id)
    const others = tree.filter((other) => other.parentId === moved.parentId && other.id !== id)
    const order = others.toSpliced(position - 1, 0, moved)
    const isInPlace = order.every((sibling, index) => sibling.position === index + 1)
    if (isInPlace) return tree
    await categories.setPositions(
      tx,
      order.map((sibling) => sibling.id),
    )
    await record(tx, staff, 'catalogue.category_moved', id, moved.slug)
    return categories.listTree(tx)
  })
}

/** Removes an empty category; fine when it is not there. Throws CATEGORY_IN_USE. */
export async function removeCategory(db: Db, staff: Editor, id: number): Promise<ConsoleCategory[]> {
  return inTransaction(db, async (tx) => {
    const tree = await categories.lockTree(tx)
    const removed = tree.find((category) => category.id === id)
    if (removed === undefined) return tree
    if (removed.productCount > 0 || tree.some(({ parentId }) => parentId === id)) throw new CategoryInUse()
    await categories.deleteCategory(tx, id)
    await record(tx, staff, 'catalogue.category_removed', id, removed.slug)
    return categories.listTree(tx)
  })
}

async function refuseProblems(
  tx: Tx,
  tree: readonly ConsoleCategory[],
  current: ConsoleCategory | null,
  content: CategoryContent,
): Promise<void> {
  const used = current === null ? [] : await categories.listUsedSpecifications(tx, current.id, usedValuesMax)
  const problems: CatalogueProblem[] = findCategoryProblems(content, { tree, current, used })
  const { pictureId } = content
  if (pictureId !== null && !(await findPictures(tx, [pictureId])).has(pictureId))
    problems.push({ field: 'pictureId', code: 'picture_unknown' })
  if (problems.length > 0) throw new CatalogueInvalid({ details: problems })
}

function record(tx: Tx, staff: Editor, action: AuditAction, id: number, slug: string): Promise<void> {
  return audit.record(tx, staff, { action, subject: `category:${id}`, detail: { slug } })
}

function findIn(tree: readonly ConsoleCategory[], id: number): ConsoleCategory {
  const category = tree.find((each) => each.id === id)
  if (category === undefined) throw new CategoryNotFound()
  return category
}

function contentOf(from: CategoryContent): CategoryContent {
  const { slug, parentId, name, description, pictureId, specifications, unitIdentity } = from
  return { slug, parentId, name, description, pictureId, specifications, unitIdentity }
}
