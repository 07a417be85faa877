import { useWords } from '../words.ts'

type RowError<Problem extends string> = { line: number; column: string; problem: Problem }
type Props<Problem extends string> = {
  errors: readonly RowError<Problem>[]
  words: { wrongRows: string; line: string; problems: Readonly<Record<Problem, string>> }
}

/** Where a file of somebody else cannot be read, by line and column. */
export function WrongRows<Problem extends string>({ errors, words }: Props<Problem>) {
  const { number } = useWords()
  return (
    <div role="alert">
      <p>{words.wrongRows}</p>
      <ul>
        {errors.map(({ line, column, problem }) => (
          <li key={`${line} ${column} ${problem}`}>
            {words.line} {number(line)}: {column} {words.problems[problem]}
          </li>
        ))}
      </ul>
    </div>
  )
}
