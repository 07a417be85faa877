import type { Shop } from '../shop.ts'

type Props = { shop: Shop; pricePaisa: number; compareAtPaisa: number | null; isFrom?: boolean }

/** A price, with the old one struck through where there was one. */
export function Price({ shop, pricePaisa, compareAtPaisa, isFrom = false }: Props) {
  const texts = shop.texts.product
  const price = shop.money(pricePaisa)
  return (
    <p className="price">
      <strong>{isFrom ? texts.from(price) : price}</strong>
      {compareAtPaisa !== null && compareAtPaisa > pricePaisa && (
        <s>
          <span className="unseen">{texts.oldPrice} </span>
          {shop.money(compareAtPaisa)}
        </s>
      )}
    </p>
  )
}

/** Whole percent saved, rounded down so that nobody is promised more than there is; 0 when there is no old price. */
export function savedPercent(pricePaisa: number, compareAtPaisa: number | null): number {
  if (compareAtPaisa === null || compareAtPaisa <= pricePaisa) return 0
  return Math.floor(((compareAtPaisa - pricePaisa) * 100) / compareAtPaisa)
}
