import { useWords } from '../words.ts'
import { Notice } from './states.tsx'

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
      <Notice tone="stop">
        <p>{words.wrongRows}</p>
        <ul className="wrong-rows">
          {errors.map(({ line, column, problem }) => (
            <li key={`${line} ${column} ${problem}`}>
              <strong>
                {words.line} {number(line)}
                {column !== '' && `, ${column}`}:
              </strong>{' '}
              {words.problems[problem]}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
