/** What is due when: a binary heap, because a timer per visitor costs more than the visitor. */
export class Agenda<T> {
  readonly #items: { at: number; item: T }[] = []

  get size(): number {
    return this.#items.length
  }

  add(at: number, item: T): void {
    const items = this.#items
    items.push({ at, item })
    for (let index = items.length - 1; index > 0; ) {
      const parent = (index - 1) >> 1
      if (this.#at(parent) <= this.#at(index)) break
      this.#swap(index, parent)
      index = parent
    }
  }

  /** Takes the earliest item out if it is due; null when nothing is. */
  takeDue(now: number): { at: number; item: T } | null {
    const first = this.#items[0]
    if (first === undefined || first.at > now) return null
    const last = this.#items.pop()
    if (last !== undefined && last !== first) {
      this.#items[0] = last
      this.#sink()
    }
    return first
  }

  #sink(): void {
    const count = this.#items.length
    for (let index = 0; ; ) {
      const left = index * 2 + 1
      if (left >= count) return
      const right = left + 1
      const child = right < count && this.#at(right) < this.#at(left) ? right : left
      if (this.#at(index) <= this.#at(child)) return
      this.#swap(index, child)
      index = child
    }
  }

  #at(index: number): number {
    return this.#items[index]?.at ?? Number.POSITIVE_INFINITY
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#items[one], this.#items[other]]
    if (a === undefined || b === undefined) return
    this.#items[one] = b
    this.#items[other] = a
  }
}
