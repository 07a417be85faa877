import { useWords } from '../words.ts'
import { Notice } from './states.tsx'
import { SelectField } from './text-fields.tsx'

type ColumnField<Name extends string> = { name: Name; label: string; help?: string; isOptional?: boolean }
type Props<Name extends string> = {
  /** The columns that the file has, as its first line names them. */
  names: readonly string[]
  /** Which of them holds what; empty: none. */
  columns: Readonly<Record<Name, string>>
  fields: readonly ColumnField<Name>[]
  onChange: (columns: Record<Name, string>) => void
}

/** Says which column of somebody else's file holds what, by choosing from those that it has. */
export function CsvColumns<Name extends string>({ names, columns, fields, onChange }: Props<Name>) {
  const { csv: words } = useWords().texts.general
  if (names.length === 0) return <Notice tone="stop">{words.unreadable}</Notice>
  const options = names.map((name) => ({ value: name, label: name }))
  return (
    <fieldset className="csv-columns">
      <legend>{words.columns}</legend>
      {fields.map((field) => (
        <SelectField
          key={field.name}
          {...field}
          value={columns[field.name]}
          onChange={(value) => onChange({ ...columns, [field.name]: value })}
          options={options}
          empty={words.noSuchColumn}
        />
      ))}
    </fieldset>
  )
}
