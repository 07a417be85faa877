import type { SaleProblem } from '@dhakacart/contract/console-sales.schema.ts'
import { Notice } from '../../components/states.tsx'
import { useWords } from '../../words.ts'

type Props = { error: unknown; lines: readonly { variantId: number; sku: string }[] }

/** Why the api refuses lines of a sale, variant by variant. */
export function SaleProblems({ error, lines }: Props) {
  const { texts, pick } = useWords()
  const { code, details } = (error ?? {}) as { code?: string; details?: readonly SaleProblem[] }
  if (code !== 'SALE_INVALID' || details === undefined) return null
  const skus = new Map(lines.map(({ variantId, sku }) => [variantId, sku]))
  return (
    <Notice tone="stop">
      <p>{texts.sales.problemTitle}</p>
      <ul>
        {details.map((problem) => (
          <li key={`${problem.variantId} ${problem.code} ${problem.sale?.id ?? ''}`}>
            <strong>{skus.get(problem.variantId) ?? `#${problem.variantId}`}</strong>{' '}
            {texts.sales.problems[problem.code]}
            {problem.sale !== undefined && ` (${texts.sales.inSale(pick(problem.sale.name))})`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
