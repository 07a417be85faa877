import { type ConsoleCoupon, type CouponFields, listCoupons } from '@dhakacart/contract/coupons.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { Badge } from '../../components/badge.tsx'
import { ButtonLink } from '../../components/button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Time } from '../../components/time.tsx'
import { useSearch } from '../../router/search.ts'
import { useWords, type Words } from '../../words.ts'
import { phaseOf, writeCode } from './coupon-values.ts'

const tones = { off: 'quiet', upcoming: 'warn', running: 'good', over: 'quiet' } as const

export function CouponBadge({ coupon }: { coupon: ConsoleCoupon }) {
  const { texts } = useWords()
  const phase = phaseOf(coupon, Date.now())
  return <Badge tone={tones[phase]}>{texts.coupons.phases[phase]}</Badge>
}

/** What a coupon takes off, in words. */
export function writeDiscount({ percent, amountPaisa, mostPaisa }: CouponFields, words: Words): string {
  const { money, number, texts } = words
  if (percent === null) return money(amountPaisa ?? 0)
  if (mostPaisa === null) return texts.coupons.percentOff(number(percent))
  return texts.coupons.percentOffMost(number(percent), money(mostPaisa))
}

/** How often it was used, and of how many times. */
export function writeUse({ usedCount, totalLimit }: ConsoleCoupon, { texts, number }: Words): string {
  return totalLimit === null ? number(usedCount) : texts.coupons.usedOf(number(usedCount), number(totalLimit))
}

/** Every coupon, the newest first. */
export default function CouponsPage() {
  const words = useWords()
  const { texts, money } = words
  const { coupons } = texts
  const [search] = useSearch()
  // The api refuses what no code can begin with.
  const code = writeCode(search.get('q') ?? '')
    .replace(/[^A-Z0-9-]/g, '')
    .slice(0, 20)
  const after = search.get('after')
  const query = { ...(code !== '' && { code }), ...(after !== null && { after }) }
  const read = useRead(listCoupons, { query, keepsPrevious: true })
  return (
    <>
      <PageHeader
        title={coupons.title}
        text={coupons.text}
        actions={
          <ButtonLink to="/coupons/new" look="main" icon="plus">
            {coupons.add}
          </ButtonLink>
        }
      />
      <FilterBar filters={[{ kind: 'search', name: 'q', label: coupons.search }]} />
      <ListPage
        read={read}
        count={({ coupons: found }) => found.length}
        isFiltered={code !== ''}
        empty={{ title: coupons.none, text: coupons.noneText }}
      >
        {({ coupons: found }) => (
          <DataTable
            label={coupons.title}
            rows={found}
            rowKey={({ id }) => String(id)}
            rowLink={({ id }) => `/coupons/${id}`}
            columns={[
              { key: 'code', header: coupons.code, cell: ({ code: itsCode }) => itsCode, isMain: true },
              { key: 'phase', header: coupons.phase, cell: (coupon) => <CouponBadge coupon={coupon} /> },
              { key: 'off', header: coupons.off, cell: (coupon) => writeDiscount(coupon, words) },
              { key: 'starts', header: coupons.starts, cell: ({ startsAt }) => <Time at={startsAt} /> },
              { key: 'ends', header: coupons.ends, cell: ({ endsAt }) => <Time at={endsAt} /> },
              { key: 'used', header: coupons.used, cell: (coupon) => writeUse(coupon, words), isNumber: true },
              { key: 'given', header: coupons.given, cell: ({ givenPaisa }) => money(givenPaisa), isNumber: true },
            ]}
          />
        )}
      </ListPage>
    </>
  )
}
