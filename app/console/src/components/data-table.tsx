import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { Link } from '../router/link.tsx'
import { useSearch } from '../router/search.ts'
import { useWords } from '../words.ts'
import { Icon } from './icon.tsx'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Name of the order the api knows; the header becomes a button. */
  sort?: string
  /** Numbers stand on the right, in digits of equal width. */
  isNumber?: boolean
  /** The first column marked so carries the link to the row and heads its card on a phone. */
  isMain?: boolean
}

export type Selection = { chosen: ReadonlySet<string>; onChange: (chosen: ReadonlySet<string>) => void }

type Props<Row> = {
  /** What the table holds, for screen readers. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Where the row leads. */
  rowLink?: (row: Row) => string
  selection?: Selection
  /** The order when the address names none, as `name` or `-name`. */
  sortedBy?: string
}

/**
 * A dense table on a desk, a card per row on a phone. Sorting lives in the address as `sort`; arrow keys move from row to
 * row, Space selects, Enter opens. Loading, errors and emptiness are the list's: see ListPage.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, rowKey, rowLink, selection, sortedBy } = props
  const id = useId()
  return (
    <div className="table-frame">
      <table className="table" aria-label={label} id={id}>
        <thead>
          <tr>
            {selection && (
              <th scope="col" className="choose">
                <ChooseAll rows={rows} rowKey={rowKey} selection={selection} />
              </th>
            )}
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sortedBy={sortedBy} />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={moveBetweenRows}>
          {rows.map((row) => {
            const key = rowKey(row)
            return (
              <tr key={key} className={selection?.chosen.has(key) ? 'chosen' : undefined}>
                {selection && (
                  <td className="choose">
                    <ChooseRow name={key} selection={selection} />
                  </td>
                )}
                {columns.map((column) => (
                  <Cell key={column.key} column={column} row={row} to={column.isMain ? rowLink?.(row) : undefined} />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Cell<Row>({ column, row, to }: { column: Column<Row>; row: Row; to: string | undefined }) {
  const classes = [column.isNumber && 'number', column.isMain && 'main'].filter(Boolean).join(' ')
  return (
    <td data-label={column.header} className={classes || undefined}>
      {/* One child, so that a phone can lay it out beside its name. */}
      <div>{to === undefined ? column.cell(row) : <Link to={to}>{column.cell(row)}</Link>}</div>
    </td>
  )
}

function HeaderCell<Row>({ column, sortedBy }: { column: Column<Row>; sortedBy: string | undefined }) {
  const [search, change] = useSearch()
  const current = search.get('sort') ?? sortedBy
  const isUp = column.sort !== undefined && current === column.sort
  const isDown = column.sort !== undefined && current === `-${column.sort}`
  return (
    <th
      scope="col"
      className={column.isNumber ? 'number' : undefined}
      aria-sort={isUp ? 'ascending' : isDown ? 'descending' : undefined}
    >
      {column.sort === undefined ? (
        column.header
      ) : (
        <button type="button" onClick={() => change({ sort: isDown ? (column.sort ?? null) : `-${column.sort}` })}>
          {column.header}
          {(isUp || isDown) && <Icon name={isUp ? 'arrow-up' : 'arrow-down'} />}
        </button>
      )}
    </th>
  )
}

function ChooseAll<Row>({ rows, rowKey, selection }: Pick<Props<Row>, 'rows' | 'rowKey'> & { selection: Selection }) {
  const { texts } = useWords()
  const keys = rows.map(rowKey)
  const isAll = keys.length > 0 && keys.every((key) => selection.chosen.has(key))
  const isSome = !isAll && keys.some((key) => selection.chosen.has(key))
  return (
    <input
      type="checkbox"
      aria-label={texts.general.chooseAll}
      checked={isAll}
      ref={(box) => {
        if (box) box.indeterminate = isSome
      }}
      onChange={() => selection.onChange(new Set(isAll ? [] : keys))}
    />
  )
}

function ChooseRow({ name, selection: { chosen, onChange } }: { name: string; selection: Selection }) {
  const { texts } = useWords()
  return (
    <input
      type="checkbox"
      aria-label={texts.general.chooseRow(name)}
      checked={chosen.has(name)}
      onChange={() => onChange(chosen.symmetricDifference(new Set([name])))}
    />
  )
}

/** Arrow up and down go to the same control of the row before or after. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const control = event.target
  if (
    step === 0 ||
    !(control instanceof HTMLElement) ||
    control.matches('select, textarea, [type=text], [type=number]')
  )
    return
  const row = control.closest('tr')
  const other = step === 1 ? row?.nextElementSibling : row?.previousElementSibling
  const kind = control.matches('[type=checkbox]') ? '[type=checkbox]' : 'a, button'
  const target = other?.querySelector<HTMLElement>(kind)
  if (!target) return
  event.preventDefault()
  target.focus()
}
