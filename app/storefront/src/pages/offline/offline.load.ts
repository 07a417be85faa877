import { publicPage, show } from '../../page.ts'
import { shops } from '../../shop.ts'

/** What the service worker shows while the phone has no connection. */
export const offlinePage = publicPage(async ({ language }) => {
  const { system } = shops[language].texts
  return show('message', { title: system.offlineTitle, text: system.offlineText }, { title: system.offlineTitle })
})
