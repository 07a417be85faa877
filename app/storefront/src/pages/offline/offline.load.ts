import { publicPage, show } from '../../page.ts'
import { shops } from '../../shop.ts'

/** What the service worker shows while the phone has no connection, at the address that could not be reached. */
export const offlinePage = publicPage(async ({ language }) => {
  const { system } = shops[language].texts
  const props = { title: system.offlineTitle, text: system.offlineText, retryPath: '' }
  return show('message', props, { title: system.offlineTitle })
})
