import type { Cart } from '@dhakacart/contract/carts.schema.ts'
import { ApiError } from '@dhakacart/contract/client.ts'
import { formatTaka } from '@dhakacart/contract/money.ts'
import { useRef, useState } from 'react'
import { callApi } from '../browser/api.ts'
import { addCartLine, removeCartLine, setCartLine } from '../browser/api-routes.ts'
import { cartChanged } from '../browser/cart-count.ts'
import type { BoardLine, CartBoardProps } from './cart-board.tsx'

export type RemovedLine = { variantId: number; quantity: number }

/**
 * The cart as it is shown, changed at once and written one change after the other. What could not be written is taken back
 * and said. A cart that was ordered or is gone shows itself by loading the page again.
 */
export function useCart({ language, lines: firstLines, removed: firstRemoved, texts }: CartBoardProps) {
  const [lines, setLines] = useState(firstLines)
  const [removed, setRemoved] = useState<RemovedLine | null>(firstRemoved)
  const [message, setMessage] = useState('')
  const known = useRef(new Map(firstLines.map((line) => [line.variantId, line])))
  const written = useRef(firstLines)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const wanted = useRef(0)

  function show(next: BoardLine[]): void {
    setLines(next)
    for (const line of next) known.current.set(line.variantId, line)
  }

  /** Writes after what was asked for before; shows the answer unless something newer was asked for meanwhile. */
  function write(request: () => Promise<{ body: Cart }>): Promise<void> {
    const turn = ++wanted.current
    setMessage(texts.saving)
    const done = last.current.then(async () => {
      try {
        const { body } = await request()
        dispatchEvent(new CustomEvent(cartChanged, { detail: body.itemCount }))
        written.current = merge(body, known.current)
        if (turn !== wanted.current) return
        show(written.current)
        setMessage(texts.saved.replace('{subtotal}', formatTaka(body.subtotalPaisa, language)))
      } catch (error) {
        if (error instanceof ApiError && error.status < 500) return location.reload()
        setMessage(texts.notSaved)
        if (turn === wanted.current) show(written.current)
      }
    })
    last.current = done
    return done
  }

  function change(variantId: number, quantity: number): Promise<void> {
    show(lines.map((line) => (line.variantId === variantId ? { ...line, quantity } : line)))
    return write(() => callApi(setCartLine, { params: { variantId }, body: { quantity } }))
  }

  function remove({ variantId, quantity }: BoardLine): Promise<void> {
    setLines(lines.filter((line) => line.variantId !== variantId))
    setRemoved({ variantId, quantity })
    return write(() => callApi(removeCartLine, { params: { variantId } }))
  }

  async function putBack(): Promise<void> {
    if (removed === null) return
    // Removed before the page was loaded: its name and picture come with the page that shows it again.
    const isKnown = known.current.has(removed.variantId)
    setRemoved(null)
    const headers = { 'idempotency-key': crypto.randomUUID() }
    await write(() => callApi(addCartLine, { body: removed, headers }))
    if (!isKnown) location.reload()
  }

  return { lines, removed, message, change, remove, putBack }
}

/** What the api answered, with the words this page already has in its language. */
function merge(cart: Cart, known: ReadonlyMap<number, BoardLine>): BoardLine[] {
  return cart.lines.flatMap((line) => {
    const shown = known.get(line.variantId)
    if (shown === undefined) return []
    const { quantity, unitPricePaisa, addedPricePaisa, availableUnits, sale } = line
    return [{ ...shown, quantity, unitPricePaisa, addedPricePaisa, availableUnits, sale }]
  })
}
