import type { CatalogueProblem } from '@dhakacart/contract/catalogue-problems.ts'
import type {
  CategoryContent,
  ConsoleCategory,
  SpecificationContent,
} from '@dhakacart/contract/console-categories.schema.ts'

type CategorySurroundings = {
  tree: readonly ConsoleCategory[]
  /** null for a category that is new. */
  current: ConsoleCategory | null
  /** What products of the category state: key, JSON type, and the value as text. */
  used: readonly { key: string; kind: string; value: string }[]
}

/** Everything that keeps a category from being saved. What products state cannot be taken from under them. */
export function findCategoryProblems(content: CategoryContent, surroundings: CategorySurroundings): CatalogueProblem[] {
  const { tree, current, used } = surroundings
  const problems: CatalogueProblem[] = []
  if (tree.some(({ id, slug }) => slug === content.slug && id !== current?.id))
    problems.push({ field: 'slug', code: 'slug_taken', value: content.slug })
  problems.push(...findParentProblems(content.parentId, tree, current))
  problems.push(...findDefinitionProblems(content.specifications))
  problems.push(...findUseProblems(content.specifications, used))
  return problems
}

function findParentProblems(
  parentId: number | null,
  tree: readonly ConsoleCategory[],
  current: ConsoleCategory | null,
): CatalogueProblem[] {
  if (parentId === null) return []
  const parent = tree.find(({ id }) => id === parentId)
  if (parent === undefined) return [{ field: 'parentId', code: 'parent_unknown' }]
  // Two levels: a parent stands at the top, and what has children stays there.
  if (parent.parentId !== null || parent.id === current?.id) return [{ field: 'parentId', code: 'parent_not_top' }]
  if (current !== null && tree.some((other) => other.parentId === current.id))
    return [{ field: 'parentId', code: 'has_children' }]
  const hasOwnProducts = parent.productCount > 0 && !tree.some((other) => other.parentId === parent.id)
  return hasOwnProducts ? [{ field: 'parentId', code: 'has_products' }] : []
}

function findDefinitionProblems(definitions: readonly SpecificationContent[]): CatalogueProblem[] {
  const seen = new Set<string>()
  return definitions.flatMap(({ key, kind, values }, index): CatalogueProblem[] => {
    const field = `specifications.${index}`
    if (seen.has(key)) return [{ field: `${field}.key`, code: 'specification_repeated', value: key }]
    seen.add(key)
    if (kind !== 'choice' && values !== undefined)
      return [{ field: `${field}.values`, code: 'choices_forbidden', value: key }]
    const isEmpty = values !== undefined && Object.keys(values).length === 0
    return isEmpty ? [{ field: `${field}.values`, code: 'choices_missing', value: key }] : []
  })
}

const typeOf = { number: 'number', boolean: 'boolean', choice: 'string', text: 'string' } as const

function findUseProblems(
  definitions: readonly SpecificationContent[],
  used: CategorySurroundings['used'],
): CatalogueProblem[] {
  const problems = new Map<string, CatalogueProblem>()
  for (const { key, kind, value } of used) {
    const index = definitions.findIndex((definition) => definition.key === key)
    const definition = definitions[index]
    const field = `specifications.${index}`
    if (definition === undefined) {
      problems.set(key, { field: 'specifications', code: 'specification_in_use', value: key })
    } else if (typeOf[definition.kind] !== kind && !(definition.kind === 'choice' && kind === 'number')) {
      problems.set(key, { field: `${field}.kind`, code: 'specification_in_use', value: key })
    } else if (
      definition.kind === 'choice' &&
      definition.values !== undefined &&
      !Object.hasOwn(definition.values, value)
    ) {
      problems.set(`${key}:${value}`, { field: `${field}.values`, code: 'choice_in_use', value })
    }
  }
  return [...problems.values()]
}
