import { showCartCount } from './cart-count.ts'
import { wakeCopyButtons } from './copy-buttons.ts'
import { submitFilters } from './filters.ts'
import { closeMenus } from './menus.ts'
import { prepareForOffline } from './offline.ts'
import { watchPayment } from './payment-wait.ts'
import { pageShown } from './shown-page.ts'
import { wakeIslands } from './wake-islands.ts'

// Everything here is small and needs no React, because every page pays for it.
showCartCount()
closeMenus()
wakeCopyButtons()
submitFilters()
wake(document)
addEventListener(pageShown, () => wake(document.querySelector('main')))
prepareForOffline()

const addressForm = document.querySelector<HTMLFormElement>('form[data-address-form]')
if (addressForm) void import('./address-form.ts').then(({ followDistrict }) => followDistrict(addressForm))
watchPayment()
const room = document.querySelector<HTMLElement>('[data-waiting-room]')
if (room) void import('./waiting-room.ts').then(({ waitInRoom }) => waitInRoom(room))

/** What a form may answer with: its islands, prices that switch, and the order that could not be placed. */
function wake(part: ParentNode | null): void {
  if (part === null) return
  wakeIslands(part)
  if (part.querySelector('[data-starts]')) void import('./sale-clock.ts').then(({ followSales }) => followSales())
  const againForm = part.querySelector<HTMLFormElement>('form[data-again]')
  if (againForm) void import('./again-form.ts').then(({ sendAgain }) => sendAgain(againForm))
}
