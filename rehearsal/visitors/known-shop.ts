import { Connection } from '../http/connection.ts'
import type { Plan } from '../plan/plan.ts'

/** What visitors know of the shop before they come, as if from earlier visits: its addresses, not its prices. */
export type KnownShop = {
  categorySlugs: readonly string[]
  /** The most popular first, as lists show them. */
  productSlugs: readonly string[]
  /** Ordinary variants in stock to buy, none of them on sale. */
  variantIds: readonly number[]
  upazilaId: number
}

type Place = Pick<Plan, 'origin' | 'ca' | 'flash'>
type List = { products: { slug: string; isInStock: boolean }[]; nextCursor: string | null }
type Product = { slug: string; variants: { id: number; availability: string }[] }

const timeoutMs = 10_000
/** Enough that no ordinary product runs out in a rehearsal of 100,000. */
const variantsWanted = 60

/** Asks the shop itself. Throws with a sentence when it is not one of ours or has nothing to sell. */
export async function learnShop(place: Place): Promise<KnownShop> {
  const connection = new Connection(place.origin, { timeoutMs, ...(place.ca !== null && { ca: place.ca }) })
  const read = async <T>(path: string): Promise<T> => {
    const answer = await connection.request({ method: 'GET', path })
    if (answer.status !== 200) throw new Error(`${place.origin}${path} answers ${answer.status}: is this the shop?`)
    return JSON.parse(answer.body.toString()) as T
  }
  try {
    const { categories } = await read<{ categories: { slug: string }[] }>('/api/catalogue/categories')
    const products = await readProducts(read)
    const variantIds: number[] = []
    for (const { slug } of products.filter(({ isInStock, slug }) => isInStock && slug !== place.flash?.slug)) {
      if (variantIds.length >= variantsWanted) break
      const { variants } = await read<Product>(`/api/catalogue/products/${slug}`)
      const buyable = variants.find(({ availability }) => availability === 'in_stock')
      if (buyable !== undefined) variantIds.push(buyable.id)
    }
    const { upazilas } = await read<{ upazilas: { id: number }[] }>('/api/delivery/districts/dhaka/upazilas')
    const upazilaId = upazilas[0]?.id
    if (variantIds.length === 0 || upazilaId === undefined) throw new Error(`${place.origin} has nothing to sell.`)
    return {
      categorySlugs: categories.map(({ slug }) => slug),
      productSlugs: products.map(({ slug }) => slug),
      variantIds,
      upazilaId,
    }
  } finally {
    connection.close()
  }
}

const pagesOfProducts = 10

async function readProducts(read: <T>(path: string) => Promise<T>): Promise<List['products']> {
  const products: List['products'] = []
  let after = ''
  for (let page = 0; page < pagesOfProducts; page++) {
    const list = await read<List>(`/api/catalogue/products?sort=popular&limit=48${after}`)
    products.push(...list.products)
    if (list.nextCursor === null) break
    after = `&after=${encodeURIComponent(list.nextCursor)}`
  }
  return products
}
