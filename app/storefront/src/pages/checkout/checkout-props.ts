import type { Cart, CartQuote } from '@dhakacart/contract/carts.schema.ts'
import type { Division, Upazila } from '@dhakacart/contract/delivery.schema.ts'
import type { OfferedMethods } from '@dhakacart/contract/payments.schema.ts'
import type { CheckoutErrors, CheckoutValues } from '../../checkout-values.ts'
import { instalmentOptions } from '../../instalment-options.ts'
import type { CheckoutFormProps, ShownQuote } from '../../islands/checkout-form.tsx'
import { amountsOf } from '../../offered-methods.ts'
import type { Shop } from '../../shop.ts'
import { upazilaList } from '../../upazila-list.ts'
import { writeLine } from './seen-cart.ts'

/** The texts that the form itself shows, in the browser too; the rest stays on the server. */
const formTexts = [
  'agree',
  'andReturns',
  'awaySafe',
  'bkash',
  'bkashText',
  'cashOnDelivery',
  'cashOnDeliveryText',
  'changeCart',
  'chooseDistrict',
  'chooseUpazila',
  'delivery',
  'deliveryLoading',
  'deliveryOpen',
  'district',
  'districtFirst',
  'districtMissing',
  'email',
  'emailWrong',
  'feeFirst',
  'how',
  'instalments',
  'instalmentsHint',
  'lost',
  'nagad',
  'nagadText',
  'name',
  'nameMissing',
  'noInstalments',
  'note',
  'noteTooLong',
  'optional',
  'paymentMissing',
  'phone',
  'phoneHint',
  'phoneWrong',
  'place',
  'problemTitle',
  'quoteFailed',
  'returns',
  'sending',
  'showFee',
  'showUpazilas',
  'sslcommerz',
  'sslcommerzText',
  'stillSending',
  'street',
  'streetHint',
  'streetMissing',
  'subtotal',
  'discount',
  'terms',
  'total',
  'upazila',
  'upazilaMissing',
  'upazilasFailed',
  'where',
  'who',
  'withVat',
  'yourOrder',
] as const

export type CheckoutState = {
  values: CheckoutValues
  errors: CheckoutErrors
  cart: Cart
  divisions: readonly Division[]
  upazilas: readonly Upazila[]
  quote: CartQuote | null
  offered: OfferedMethods
}

/** What the checkout form needs, in one language. */
export function checkoutProps(shop: Shop, state: CheckoutState): CheckoutFormProps {
  const { values, errors, cart, divisions, upazilas, quote, offered } = state
  const { checkout: texts } = shop.texts
  const discountPaisa = cart.coupon?.discountPaisa ?? 0
  return {
    language: shop.language,
    values,
    errors,
    divisions: divisions.map((division) => ({
      name: shop.pick(division.name),
      districts: byName(
        shop,
        division.districts.map(({ slug, name }) => ({ slug, name: shop.pick(name) })),
      ),
    })),
    upazilas: upazilaList(upazilas, shop.language),
    quote: quote === null ? null : shownQuote(shop, values.upazila, quote),
    payments: offered.methods.map((method) => ({ method, amounts: amountsOf(offered, method) })),
    // Delivery only adds to it, so what is offered here is not refused when the order begins to be paid.
    instalmentMonths: instalmentOptions(shop, offered.instalments, cart.subtotalPaisa - discountPaisa),
    orderKey: cart.orderKey ?? '',
    subtotalPaisa: cart.subtotalPaisa,
    discountPaisa,
    lines: cart.lines.map((line) => ({
      seen: writeLine(line),
      sku: line.sku,
      name: shop.pick(line.name),
      options: line.options.map(({ label }) => shop.pick(label)).join(' · '),
      pictureId: line.pictureId,
      quantity: line.quantity,
      linePaisa: line.linePaisa,
    })),
    texts: {
      ...picked(texts, formTexts),
      units: texts.units('{count}'),
      deliveryTo: texts.deliveryTo('{zone}'),
      amountsTaken: texts.amountsTaken('{min}', '{max}'),
      days: texts.days('{min}', '{max}'),
      placeTotal: texts.placeTotal('{total}'),
    },
  }
}

function picked<Name extends string>(texts: Record<Name, string>, names: readonly Name[]): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, texts[name]])) as Record<Name, string>
}

function shownQuote(shop: Shop, upazila: string, { zone, deliveryFeePaisa }: CartQuote): ShownQuote {
  return {
    upazila,
    zone: shop.pick(zone.name),
    feePaisa: deliveryFeePaisa,
    daysMin: zone.daysMin,
    daysMax: zone.daysMax,
  }
}

/** People look for their place by its name in the language they read. */
function byName<Place extends { name: string }>(shop: Shop, places: Place[]): Place[] {
  return places.toSorted((one, other) => one.name.localeCompare(other.name, shop.language))
}
