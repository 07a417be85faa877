import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { ServiceContext } from '../service-context.ts'
import type { PaymentProviders } from './providers/provider.ts'

/** What services that speak to payment providers need. */
export type PaymentContext = ServiceContext & {
  providers: PaymentProviders
  publicOrigin: PublicOrigin
  /** Waits between two looks at what another request is doing; absent: by the clock. */
  pause?: (milliseconds: number) => Promise<unknown>
}
