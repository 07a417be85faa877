/**
 * Writes whose feature presses them twice at once in a test of its own: where, and the title of the test, or the part of it that
 * is written out. The walk looks that the test is there and sends things at once.
 */
export const pressedElsewhere: Readonly<Record<string, readonly [file: string, title: string]>> = {
  'POST /api/cart/lines': ['carts/carts.test.ts', 'the same addition twenty times at once adds once'],
  'POST /api/orders': [
    'orders/orders.test.ts',
    'the same key twenty times at once places one order and everybody gets it',
  ],
  'POST /api/orders/:token/cancel': [
    'orders/orders.test.ts',
    'a shopper cancels until it is packed; ten presses at once give the stock back once',
  ],
  'POST /api/orders/:token/confirm': [
    'orders/orders.confirmation.test.ts',
    'the right code ten times at once confirms once',
  ],
  'POST /api/orders/:token/payments': [
    'payments/payment-flow.test.ts',
    'two presses at once begin one payment and get one page',
  ],
  'POST /api/orders/:token/returns': [
    'returns/returns.test.ts',
    'one request however often its key comes; two different ones at once open one',
  ],
  'POST /api/orders/:token/cancellation-requests': [
    'cancellations/cancellations.test.ts',
    'asked twice at once it is asked once; with another key the open one stands',
  ],
  'POST /api/orders/:token/cancellation-requests/:id/withdrawal': [
    'cancellations/cancellations.test.ts',
    'taken back it can be taken back again, nobody can decide it any more, and it may be asked anew',
  ],
  'POST /api/payments/:method/ipn': [
    'payments/payment-flow.test.ts',
    'ten notices and ten returns at once are one question and one payment',
  ],
  'POST /api/payments/:method/return/:reference': [
    'payments/payment-flow.test.ts',
    'ten notices and ten returns at once are one question and one payment',
  ],
  'POST /api/account/addresses': [
    'addresses/addresses.test.ts',
    'the same key adds once, also many times at once; twenty addresses are the limit',
  ],
  'POST /api/account/orders/claim': [
    'accounts/personal-data.test.ts',
    'guest orders with the confirmed number of the last year can be claimed, twice at once too; others cannot',
  ],
  'POST /api/account/sign-in/code': [
    'accounts/accounts.test.ts',
    'of two entries of one code at once one signs in; the code is used up',
  ],
  'PUT /api/account/email': [
    'accounts/email.test.ts',
    'an e-mail address is the account’s once the code sent there is entered, and another way in',
  ],
  'PUT /api/account/phone': [
    'accounts/accounts.test.ts',
    'the number changes with a code to the new one; a number with an account of its own is kept by it',
  ],
  'PUT /api/account/password': [
    'accounts/accounts.test.ts',
    'of two new passwords at once one counts, and its browser stays signed in',
  ],
  'POST /api/console/categories': [
    'catalogue/categories.console.test.ts',
    'the same creation ten times at once makes one category',
  ],
  'PUT /api/console/categories/:categoryId/position': [
    'catalogue/categories.console.test.ts',
    'siblings moved by two people at once stand in one order without gap',
  ],
  'POST /api/console/products': [
    'catalogue/products.console.test.ts',
    'the same creation ten times at once makes one product; the key with other content is refused',
  ],
  'PUT /api/console/products/:productId/publication': [
    'catalogue/products.console.test.ts',
    'hiding takes a product out of the shop and showing brings it back; pressing twice changes nothing more',
  ],
  'POST /api/console/pictures': [
    'pictures/pictures.console.test.ts',
    'the same picture sent twenty times at once, and rendered by three workers, is one picture',
  ],
  'POST /api/console/stock/receipts': [
    'stock/stock.console.test.ts',
    'the same receipt twenty times at once counts once; its key with other content is refused',
  ],
  'POST /api/console/imports': [
    'imports/imports.test.ts',
    'the same upload ten times at once is one import; its key for another file is refused',
  ],
  'DELETE /api/console/imports/:importId': [
    'imports/imports.test.ts',
    'a cancelled import stops where it is; only whoever may run imports sees them',
  ],
  'POST /api/console/coupons': [
    'coupons/coupons.test.ts',
    'staff make and change coupons; made twice at once it is one, changed by two one is told',
  ],
  'PUT /api/console/coupons/:id': [
    'coupons/coupons.test.ts',
    'staff make and change coupons; made twice at once it is one, changed by two one is told',
  ],
  'POST /api/console/sales': [
    'sales/sales.console.test.ts',
    'a draft is made once per key, with everything shoppers will be promised, and stands in the list',
  ],
  'POST /api/console/delivery/zones': [
    'delivery/delivery.console.test.ts',
    'a zone is added once, and costs what it says as soon as an upazila lies in it',
  ],
  'PUT /api/console/delivery/places': [
    'delivery/delivery.console.test.ts',
    'a zone is added once, and costs what it says as soon as an upazila lies in it',
  ],
  'PUT /api/console/delivery/zones/:code': [
    'delivery/delivery.console.test.ts',
    'whoever saves second is shown what the first saved; the same edit again is the same edit',
  ],
  'DELETE /api/console/delivery/zones/:code': [
    'delivery/delivery.console.test.ts',
    'only a zone without upazilas is removed; again is fine',
  ],
  'PUT /api/console/sales/:saleId/waiting-room': [
    'waiting-room/waiting-room.running.test.ts',
    'staff pause, open and close it, once each and written down; passes hold while it is paused',
  ],
  'PUT /api/waiting-rooms/:saleId/ticket': [
    'waiting-room/waiting-room.test.ts',
    'one visitor has one place, however many tabs ask at once, at whichever process',
  ],
  'PUT /api/waiting-rooms/:saleId/pass': [
    'waiting-room/waiting-room.running.test.ts',
    'whoever does not come in time loses the place, which goes on, and may queue again at the end',
  ],
  'PUT /api/console/settings': [
    'settings/settings.test.ts',
    'of ten different edits of one version made at once one holds, the others are told what is true now',
  ],
  'PUT /api/console/instalments': [
    'instalments/instalments.test.ts',
    'of ten different edits of one version made at once one holds, the others are told what is true now',
  ],
  'POST /api/console/orders/:id/pack': [
    'orders/orders.fulfilment.test.ts',
    'a step pressed ten times at once is made once, and everybody sees it done',
  ],
  'POST /api/console/orders/:id/notes': [
    'orders/orders.fulfilment.test.ts',
    'a note is added once however often its key comes, at once too',
  ],
  'POST /api/console/orders/:id/payment-review': [
    'payments/payments.console.test.ts',
    'a risky payment: packing waits; it passes, or the order is cancelled and the money goes back',
  ],
  'POST /api/console/orders/:id/refunds': [
    'payments/payments.console.test.ts',
    'a refund from the console: once per key, however often it is pressed, and written down once',
  ],
  'POST /api/console/refunds/:id/retry': [
    'payments/payments.console.test.ts',
    'a refused refund is sent again, or given back by hand, once',
  ],
  'POST /api/console/refunds/:id/done': [
    'payments/payments.console.test.ts',
    'a refused refund is sent again, or given back by hand, once',
  ],
  'POST /api/console/reconciliation/differences/:id/resolve': [
    'reconciliation/reconciliation.test.ts',
    'a difference is resolved with a note, once; a second opinion is a conflict',
  ],
  'POST /api/console/reconciliation/statements': [
    'reconciliation/statements.test.ts',
    'the same file is one statement, at once and later; other columns or days are another',
  ],
  'POST /api/console/returns/:id/receipt': [
    'returns/returns.test.ts',
    'received ten times at once the units come back once; decided differently at once, one decision holds',
  ],
  'POST /api/console/couriers/bookings': [
    'couriers/couriers.test.ts',
    'pressed ten times at once, and by two workers at once, one parcel is booked',
  ],
  'POST /api/console/couriers/bookings/:id/resolve': [
    'couriers/couriers.test.ts',
    'only a person may say that an unknown booking was not made, and a consignment is checked with the courier',
  ],
  'POST /api/console/couriers/settlements': [
    'couriers/settlements.test.ts',
    'a parcel that an earlier file paid for is double in the next; the same file again is the same settlement',
  ],
  'POST /api/console/orders/:id/receivable': [
    'receivables/receivables.test.ts',
    'delivered by the shop’s own people: they owe the money until somebody writes down that it came, which is done once',
  ],
  'PUT /api/console/couriers/pathao/places/:id': [
    'couriers/couriers.places.test.ts',
    'of two people who decide at once the second is shown what the first said',
  ],
  'POST /api/console/couriers/pathao/places/read-again': [
    'couriers/couriers.places.test.ts',
    'staff have the lists read again, but not those that were just read; pressed twice it is asked for, and written down, once',
  ],
  'POST /api/couriers/steadfast/webhook': [
    'couriers/couriers.test.ts',
    'duplicate and late webhooks ask again and change nothing twice',
  ],
  'POST /api/console/messages/:id/send-again': [
    'messages/messages.console.test.ts',
    'a message is sent once more however often it is asked for at once, and it is written down who did',
  ],
  'POST /api/console/staff': [
    'staff/staff.test.ts',
    'an e-mail has one account, also when it is invited twice at once and in other letters',
  ],
  'PUT /api/console/staff/:id': [
    'staff/staff.test.ts',
    'a change names the version it was made from; of two at once one wins and the other sees what is true now',
  ],
  'POST /api/console/sign-in/code': [
    'staff/staff-sign-in.test.ts',
    'a code works once, also when it is sent twice at once, and in no other browser',
  ],
  'DELETE /api/console/sessions/:id': [
    'staff/staff-own.test.ts',
    'somebody sees their own sessions and ends one of them, and nobody else’s',
  ],
  'PUT /api/console/session/password': [
    'staff/staff-own.test.ts',
    'of two changes of the password at once the account keeps one, and it is one of the two',
  ],
  'POST /api/console/session/recovery-codes': [
    'staff/staff-own.test.ts',
    'new recovery codes make the old ones useless; of two requests at once one set works',
  ],
}

/** Routes that are no GET and of which every press is meant to stand by itself, and why. */
export const eachStandsAlone: Readonly<Record<string, string>> = {
  'POST /api/orders/track': 'only reads; number and phone stay out of addresses',
  'POST /api/console/orders/:id/invoice.pdf': 'only prints; each print is written down',
  'POST /api/console/orders/:id/packing-slip': 'only prints; each print is written down',
  'POST /api/account/sign-in/password': 'each opens a session of its own browser; tries and sessions are limited',
  'POST /api/console/sign-in': 'each opens half a session of its own browser; tries are limited',
  'POST /api/console/sign-in/enrolment': 'each gives a fresh secret; the last one counts, and is confirmed once',
  'POST /api/couriers/pathao/webhook': 'writes when the parcel is looked at next; the news itself is asked for',
}
