import type { ProductContent } from './console-catalogue.schema.ts'
import type { ZoneContent } from './console-delivery.schema.ts'
import type { SaleContent, SaleLineContent } from './console-sales.schema.ts'
import type { ShopSettings } from './console-settings.schema.ts'
import type { RoomControls } from './console-waiting-room.schema.ts'
import type { CouponFields } from './coupons.schema.ts'
import type { InstalmentPlan, Instalments } from './payments.schema.ts'
import type { ReceivedLine } from './returns.schema.ts'

/** Settings have their words where they are edited. */
export type AuditSettingName = keyof ShopSettings

/** What an entry of the audit log says besides who, what and when. Each has its words in the console, or that does not compile. */
export type AuditDetailName =
  | keyof SaleContent
  | keyof SaleLineContent
  | keyof ZoneContent
  | keyof CouponFields
  | keyof ProductContent
  | keyof Instalments
  | keyof InstalmentPlan
  | keyof ReceivedLine
  | keyof typeof RoomControls
  | 'booking'
  | 'bytes'
  | 'changed'
  | 'collectPaisa'
  | 'collectedPaisa'
  | 'courier'
  | 'created'
  | 'decision'
  | 'duePaisa'
  | 'feePaisa'
  | 'from'
  | 'fromDay'
  | 'id'
  | 'isPriceOnly'
  | 'isRenamed'
  | 'kind'
  | 'lists'
  | 'method'
  | 'note'
  | 'orderId'
  | 'outcome'
  | 'providerReference'
  | 'quantity'
  | 'reason'
  | 'receivedPaisa'
  | 'refundId'
  | 'refundPaisa'
  | 'refused'
  | 'requestId'
  | 'returnId'
  | 'returnedPaisa'
  | 'role'
  | 'rows'
  | 'sessionId'
  | 'skipsProblems'
  | 'to'
  | 'toDay'
  | 'trackingNumber'
  | 'unchanged'
  | 'units'
  | 'upazilas'
  | 'with'
  | 'zoneCode'
  | 'zoneId'
