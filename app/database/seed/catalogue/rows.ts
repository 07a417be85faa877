import type { SpecificationDefinition } from './catalogue.types.ts'
import type { Leaf, SpecificationValues } from './leaf.ts'

export type Row = { brandSlug: string; cells: Record<string, string>; specifications: SpecificationValues }

/** Reads a leaf's text table. Throws at a row with missing cells or a value its specification does not allow. */
export function readRows(leaf: Leaf): Row[] {
  const columns = leaf.columns.split(' ')
  const rows: Row[] = []
  let brandSlug = ''
  for (const line of leaf.rows.split('\n')) {
    const written = line.trim()
    if (written === '') continue
    if (written.startsWith('@')) {
      brandSlug = written.slice(1)
      continue
    }
    const values = written.split('|').map((cell) => cell.trim())
    if (values.length !== columns.length) {
      throw new Error(`${leaf.slug}: ${values.length} cells instead of ${columns.length} in "${written}"`)
    }
    const cells = Object.fromEntries(columns.map((column, i) => [column, values[i] ?? '']))
    rows.push({ brandSlug, cells, specifications: readSpecifications(leaf, cells) })
  }
  return rows
}

function readSpecifications(leaf: Leaf, cells: Record<string, string>): SpecificationValues {
  const stated: SpecificationValues = {}
  for (const definition of leaf.specifications) {
    const cell = cells[definition.key]
    if (cell !== undefined && !isAbsent(definition, cell)) stated[definition.key] = readValue(definition, cell)
  }
  const all = { ...stated, ...leaf.derive?.(cells, stated) }
  for (const definition of leaf.specifications) {
    if (all[definition.key] === undefined && !isAbsent(definition, cells[definition.key])) {
      throw new Error(`${leaf.slug}: ${cells.line} lacks ${definition.key}`)
    }
  }
  return Object.fromEntries(leaf.specifications.flatMap(({ key }) => (all[key] === undefined ? [] : [[key, all[key]]])))
}

/** Only a number may be absent, where there is nothing to measure: the playtime of a wired headphone. */
function isAbsent(definition: SpecificationDefinition, cell: string | undefined): boolean {
  return definition.kind === 'number' && cell === '-'
}

function readValue(definition: SpecificationDefinition, cell: string): string | number | boolean {
  switch (definition.kind) {
    case 'number': {
      const value = Number(cell)
      if (cell === '' || !Number.isFinite(value)) throw new Error(`${definition.key}: "${cell}" is no number`)
      return value
    }
    case 'boolean':
      if (cell !== 'y' && cell !== 'n') throw new Error(`${definition.key}: "${cell}" is neither y nor n`)
      return cell === 'y'
    case 'choice':
      if (definition.values?.[cell] === undefined) throw new Error(`${definition.key}: "${cell}" is not offered`)
      return cell
    case 'text':
      return cell
  }
}
