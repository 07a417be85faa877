import { bytesOf, type KeptPage } from './kept-page.ts'

/** Where a page is kept: what stands on one shelf never pushes out what stands on another. */
const shelfNames = ['front', 'products', 'rest'] as const
export type ShelfName = (typeof shelfNames)[number]

/** Parts of the whole budget. `rest` holds whatever visitors can make up: searches, filters, pages of lists, addresses of nothing. */
const shares: Readonly<Record<ShelfName, number>> = { front: 0.15, products: 0.6, rest: 0.25 }

type Shelf = { pages: Map<string, KeptPage>; bytes: number; bytesMax: number }

/** Kept pages by address, bounded in bytes by shelf. */
export class PageShelves {
  readonly #shelves: Readonly<Record<ShelfName, Shelf>>
  /** All of them, for who asks. */
  readonly #pages = new Map<string, KeptPage>()

  constructor(bytesMax: number) {
    const shelf = (name: ShelfName): Shelf => ({ pages: new Map(), bytes: 0, bytesMax: bytesMax * shares[name] })
    this.#shelves = { front: shelf('front'), products: shelf('products'), rest: shelf('rest') }
  }

  get(key: string): KeptPage | undefined {
    return this.#pages.get(key)
  }

  put(page: KeptPage): void {
    this.remove(page.address.key)
    const shelf = this.#shelves[shelfOf(page)]
    shelf.pages.set(page.address.key, page)
    shelf.bytes += bytesOf(page)
    this.#pages.set(page.address.key, page)
    this.#makeRoom(shelf)
  }

  remove(key: string): void {
    const page = this.#pages.get(key)
    if (page === undefined) return
    this.#pages.delete(key)
    const shelf = this.#shelves[shelfOf(page)]
    shelf.pages.delete(key)
    shelf.bytes -= bytesOf(page)
  }

  /** A kept page got another encoding. */
  grow(page: KeptPage, bytes: number): void {
    const shelf = this.#shelves[shelfOf(page)]
    if (shelf.pages.get(page.address.key) !== page) return
    shelf.bytes += bytes
    this.#makeRoom(shelf)
  }

  /** Every page of a shelf. */
  on(name: ShelfName): Iterable<KeptPage> {
    return this.#shelves[name].pages.values()
  }

  all(): Iterable<KeptPage> {
    return this.#pages.values()
  }

  get bytes(): number {
    return shelfNames.reduce((sum, name) => sum + this.#shelves[name].bytes, 0)
  }

  get count(): number {
    return this.#pages.size
  }

  /** The oldest goes, but who was asked for since the last look stays one round more. */
  #makeRoom(shelf: Shelf): void {
    for (const [key, page] of shelf.pages) {
      if (shelf.bytes <= shelf.bytesMax) return
      shelf.pages.delete(key)
      if (page.wasAsked && shelf.pages.size > 0) {
        page.wasAsked = false
        shelf.pages.set(key, page)
      } else {
        shelf.bytes -= bytesOf(page)
        this.#pages.delete(key)
      }
    }
  }
}

/** Only what is really there, at the address without any choice, stands on the shelf of its kind. */
function shelfOf({ address, status }: KeptPage): ShelfName {
  return status === 200 && address.query === '' ? address.page.shelf : 'rest'
}
