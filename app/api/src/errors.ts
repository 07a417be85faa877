import { define, type ShopError } from './define-error.ts'

export const NotFound = define(
  'NOT_FOUND',
  'There is nothing at this address, or not by this method. The document at /api/openapi.json lists every address.',
)
export const ProductNotFound = define(
  'PRODUCT_NOT_FOUND',
  'No published product has this slug. List products to find another.',
)
export const CatalogueInvalid = define(
  'CATALOGUE_INVALID',
  'Some values do not fit. details lists each field with its reason; correct them and save again.',
)
export const PictureRefused = define(
  'PICTURE_REFUSED',
  'This is no picture that can be used. details.reason says why; send a JPEG, PNG, WebP or AVIF of at most 10 MB and 40 megapixels.',
)
export const PictureNotFound = define('PICTURE_NOT_FOUND', 'No upload has this id. Upload the picture again.')
export const ImportNotFound = define('IMPORT_NOT_FOUND', 'No import has this id. Upload the file again.')
export const ImportRefused = define(
  'IMPORT_REFUSED',
  'The file cannot be read. details says where and why; save it as CSV UTF-8 and upload it again.',
)
export const ImportStateForbids = define(
  'IMPORT_STATE_FORBIDS',
  'The import is not in a state that allows this. Read it again; upload the file again to begin anew.',
)
export const CategoryInUse = define('CATEGORY_IN_USE', 'The category has products or categories in it. Empty it.')
export const CustomerNotFound = define(
  'CUSTOMER_NOT_FOUND',
  'We know nobody by this, or their data has been erased. Search the customers by phone.',
)
export const BrandNotFound = define('BRAND_NOT_FOUND', 'No brand has this id. List brands to find another.')
export const StockTooLow = define(
  'STOCK_TOO_LOW',
  'That would take away units that are not there or are held for orders. details lists what is available.',
)
export const CategoryNotFound = define(
  'CATEGORY_NOT_FOUND',
  'No category has this slug. List categories to find another.',
)
export const PlaceNotFound = define(
  'PLACE_NOT_FOUND',
  'We know no such place. List districts and upazilas, and use one of them.',
)
export const OrderNotFound = define(
  'ORDER_NOT_FOUND',
  'No order fits. Check the number and the phone it was placed with.',
)
export const ForeignOrigin = define(
  'FOREIGN_ORIGIN',
  'A page of another site may not write here. Send the request from the shop itself.',
)
export const VariantNotFound = define(
  'VARIANT_NOT_FOUND',
  'This variant is not sold. Read the product again and use one of its variants.',
)
export const CartNotFound = define('CART_NOT_FOUND', 'There is no such cart. Add a product to start one.')
export const CartFull = define('CART_FULL', 'The cart holds no more lines. Order it or remove a line first.')
export const CartEmpty = define('CART_EMPTY', 'The cart is empty. Add a product first.')
export const CartOrdered = define('CART_ORDERED', 'This cart has been ordered. Add a product to start a new one.')
export const CartChanged = define(
  'CART_CHANGED',
  'The cart is not the one that was shown. Show it again and let the shopper confirm.',
)
export const PriceChanged = define(
  'PRICE_CHANGED',
  'A price changed since it was shown. Show the new prices and let the shopper confirm.',
)
export const DeliveryFeeChanged = define(
  'DELIVERY_FEE_CHANGED',
  'The delivery fee changed since it was shown. Show the new fee and let the shopper confirm.',
)
export const OutOfStock = define(
  'OUT_OF_STOCK',
  'There are not enough units left. Lower the quantity or remove the line.',
)
export const IdempotencyKeyUnknown = define(
  'IDEMPOTENCY_KEY_UNKNOWN',
  'This key belongs to no cart of yours. Use the orderKey of the cart.',
)
export const IdempotencyKeyReused = define(
  'IDEMPOTENCY_KEY_REUSED',
  'This key was used with other content. Read the result of the first request.',
)
export const PhoneInvalid = define(
  'PHONE_INVALID',
  'This is no mobile number of Bangladesh. Give one like 01712-345678.',
)
export const DifferenceNotFound = define('DIFFERENCE_NOT_FOUND', 'There is no such difference. List them and use one.')
export const RefundNotFound = define('REFUND_NOT_FOUND', 'There is no such refund. List refunds and use one of them.')
export const RefundStateForbids = define('REFUND_STATE_FORBIDS', 'The refund is too far along for this. Read it again.')
export const RefundTooLarge = define(
  'REFUND_TOO_LARGE',
  'Less is left of the money or the units than this refund would return. Read the order’s payments again.',
)
export const OrderStateForbids = define(
  'ORDER_STATE_FORBIDS',
  'The order is too far along for this. Read it again and call the shop.',
)
export const InvoiceNotReady = define(
  'INVOICE_NOT_READY',
  'An order has an invoice from its confirmation on, unless it was cancelled. Read the order to see its state.',
)
export const MessageNotFound = define('MESSAGE_NOT_FOUND', 'No message has this id. List messages to find another.')
export const MessageStateForbids = define(
  'MESSAGE_STATE_FORBIDS',
  'This message is on its way, is a code, or belongs to a person who was erased. It cannot be sent again.',
)
export const TooManyCodes = define(
  'TOO_MANY_CODES',
  'A code was sent a moment ago, or too many were. Wait for the time in Retry-After; the last code still works.',
)
export const NotSignedIn = define(
  'NOT_SIGNED_IN',
  'Nobody is signed in here, or no longer. Sign in and repeat the request.',
)
export const CodeWrong = define(
  'CODE_WRONG',
  'This is not the code that was sent last, or it is used up or too old. Enter it again or send a new one.',
)
export const SignInWrong = define(
  'SIGN_IN_WRONG',
  'Login and password do not belong together. Correct them, or sign in with a code by SMS.',
)
export const TooManySignIns = define(
  'TOO_MANY_SIGN_INS',
  'Too many wrong passwords. Wait for the time in Retry-After, or sign in with a code by SMS, which works now.',
)
export const PasswordWrong = define(
  'PASSWORD_WRONG',
  'The current password is another one. Correct it, or sign in with a code and set a new one within ten minutes.',
)
export const PasswordGuessable = define(
  'PASSWORD_GUESSABLE',
  'Attackers try this password first: it is on their lists, or made of what others know. Choose another one.',
)
export const PhoneTaken = define(
  'PHONE_TAKEN',
  'This number has an account of its own. Sign in with it, or erase that account first.',
)
export const AddressNotFound = define(
  'ADDRESS_NOT_FOUND',
  'The account has no such address. List the addresses and use one of them.',
)
export const AddressesFull = define('ADDRESSES_FULL', 'The account holds no more addresses. Remove one first.')
export const OrdersOpen = define(
  'ORDERS_OPEN',
  'An order of this person is still on its way. Wait until it is delivered, or cancel it first.',
)
export const CouponUnknown = define('COUPON_UNKNOWN', 'There is no such coupon. Check the code.')
export const CouponNotStarted = define(
  'COUPON_NOT_STARTED',
  'This coupon cannot be used yet. Wait for its start or remove it.',
)
export const CouponEnded = define('COUPON_ENDED', 'This coupon is over. Remove it.')
export const CouponMinimum = define(
  'COUPON_MINIMUM',
  'The products do not come to what this coupon asks for. The details say how much; add more or remove it.',
)
export const CouponUsedUp = define('COUPON_USED_UP', 'This coupon was used as often as it may be. Remove it.')
export const CouponUsedByPhone = define(
  'COUPON_USED_BY_PHONE',
  'This phone used the coupon as often as it may. Remove it.',
)
export const CouponChanged = define(
  'COUPON_CHANGED',
  'The discount is not the one that was shown. Show the cart again and let the shopper confirm.',
)
export const TooManyOpenOrders = define(
  'TOO_MANY_OPEN_ORDERS',
  'This phone has as many orders to be paid on delivery as it may have at once. Wait for one, pay online, or call the shop.',
)
export const SaleLimitReached = define(
  'SALE_LIMIT_REACHED',
  'One customer may have only so many of this in the sale. The details say how many are left; lower the quantity.',
)
export const PhoneUnconfirmed = define(
  'PHONE_UNCONFIRMED',
  'This sale is for confirmed numbers. Sign in with the number of the order and repeat it, or pay on delivery.',
)
export const ReturnWindowOver = define(
  'RETURN_WINDOW_OVER',
  'The time in which this order can be returned is over. Call the shop.',
)
export const ReturnTooMany = define(
  'RETURN_TOO_MANY',
  'The order has fewer units of this left to return. Read its returns again and lower the quantity.',
)
export const TooManyRequests = define('TOO_MANY_REQUESTS', 'Too many requests. Wait for the seconds in Retry-After.')
export const TooBusy = define(
  'TOO_BUSY',
  'Too many requests are waiting. Repeat it after the time in Retry-After; nothing was changed.',
)
export const DatabaseAway = define(
  'DATABASE_AWAY',
  'The shop cannot reach its data for a moment. Repeat the same request; doing it twice is safe.',
)
export const StaffSignInRequired = define(
  'STAFF_SIGN_IN_REQUIRED',
  'Nobody is signed in, or the session ended. Sign in to the console and repeat the request.',
)
export const PermissionDenied = define(
  'PERMISSION_DENIED',
  'Your role may not do this. Ask an owner of the shop to do it or to change your role.',
)
export const StepUpRequired = define(
  'STEP_UP_REQUIRED',
  'This needs a code from your authenticator app, given within the last five minutes. Send one to /api/console/step-up and repeat.',
)
export const MachineCredentialRequired = define(
  'MACHINE_CREDENTIAL_REQUIRED',
  'This address needs a credential for it. Make one with machine-credential.ts and send it as a Bearer token.',
)
export const VersionConflict = define(
  'VERSION_CONFLICT',
  'Somebody else changed this since you read it. The details hold it as it is now; make your change there.',
)
export const CouponTaken = define(
  'COUPON_TAKEN',
  'Another coupon has this code. Choose another code or change that coupon.',
)
export const ReturnNotFound = define('RETURN_NOT_FOUND', 'There is no such return. List the returns of the order.')
export const UnitsIncomplete = define(
  'UNITS_INCOMPLETE',
  'Every unit of a category with serial numbers needs its own. The details say how many each line needs.',
)
export const UnitIdentityInvalid = define(
  'UNIT_IDENTITY_INVALID',
  'This is no serial number or IMEI: a digit is wrong or missing. Scan it again.',
)
export const UnitSoldAlready = define(
  'UNIT_SOLD_ALREADY',
  'A unit with this serial number went out with another order. The details name it; scan the unit again.',
)
export const TrackingNumberUsed = define(
  'TRACKING_NUMBER_USED',
  'This courier’s tracking number belongs to another parcel. Read it again from the label.',
)
export const PaymentReviewOpen = define(
  'PAYMENT_REVIEW_OPEN',
  'The payment of this order looks risky and a person has to decide first. Decide that, then pack.',
)
export const StatementNotFound = define('STATEMENT_NOT_FOUND', 'There is no such statement. List them.')
export const SettlementNotFound = define('SETTLEMENT_NOT_FOUND', 'There is no such settlement. List them.')
export const SaleNotFound = define('SALE_NOT_FOUND', 'There is no such sale. List the sales.')
export const SaleInvalid = define(
  'SALE_INVALID',
  'Some variants cannot be sold like this. The details name each and say why; change those lines.',
)
export const SaleBegun = define(
  'SALE_BEGUN',
  'The sale has begun, is over or was cancelled. What shoppers were promised stays: change its end, name, limit, or raise an allotment.',
)
export const WaitingRoomNotFound = define(
  'WAITING_ROOM_NOT_FOUND',
  'No waiting room stands before this sale now or soon. List the rooms at /api/waiting-rooms.',
)
export const PassNeeded = define(
  'WAITING_ROOM_PASS_NEEDED',
  'Something in this cart is sold through a waiting room. Take a ticket for the sale in the details, and order with its pass.',
)
export const ZoneNotFound = define('ZONE_NOT_FOUND', 'There is no such delivery zone. List the zones.')
export const ZoneCodeTaken = define('ZONE_CODE_TAKEN', 'Another delivery zone has this code. Choose another.')
export const ZoneInUse = define('ZONE_IN_USE', 'Upazilas lie in this zone. Move them to another, then remove it.')
const BadRequest = define('BAD_REQUEST', 'The request has a wrong form. Compare it with /api/openapi.json.')
export const BodyTooLarge = define('BODY_TOO_LARGE', 'The body is larger than any request needs. Send less.')
export const UnsupportedMediaType = define('UNSUPPORTED_MEDIA_TYPE', 'Bodies are JSON. Send them as application/json.')
export const Internal = define(
  'INTERNAL',
  'Something went wrong on our side. Repeat the request; if it stays, tell us the requestId.',
)

/** A BAD_REQUEST that says which part is wrong. */
export function badRequest(message: string, cause?: unknown): ShopError {
  const error = new BadRequest({ cause })
  error.message = message
  return error
}
