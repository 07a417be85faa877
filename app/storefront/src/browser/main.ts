import { showCartCount } from './cart-count.ts'
import { wakeCopyButtons } from './copy-buttons.ts'
import { submitFilters } from './filters.ts'
import { closeMenus } from './menus.ts'
import { prepareForOffline } from './offline.ts'
import { watchPayment } from './payment-wait.ts'
import { wakeIslands } from './wake-islands.ts'

// Everything here is small and needs no React, because every page pays for it.
showCartCount()
closeMenus()
wakeCopyButtons()
submitFilters()
wakeIslands()
prepareForOffline()

const addressForm = document.querySelector<HTMLFormElement>('form[data-address-form]')
if (addressForm) void import('./address-form.ts').then(({ followDistrict }) => followDistrict(addressForm))
watchPayment()
