import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { MessageConfig } from '../../config.ts'
import type { MessageProviders } from './provider.ts'
import { createSmsNetBd, smsNetBdUrl } from './sms-net-bd.ts'
import { createSmtp } from './smtp.ts'

/** The providers whose keys are given. A channel without keys has none: on a laptop its messages lie in the mailbox alone. */
export function createConfiguredProviders(config: MessageConfig, publicOrigin: PublicOrigin): MessageProviders {
  const { smsApiKey, smsBaseUrl = smsNetBdUrl, smsSenderId, smtpUrl, mailFrom } = config
  return {
    ...(smsApiKey !== undefined && {
      sms: createSmsNetBd({ baseUrl: smsBaseUrl, apiKey: smsApiKey, senderId: smsSenderId }),
    }),
    ...(smtpUrl !== undefined &&
      mailFrom !== undefined && {
        email: createSmtp({
          url: smtpUrl,
          from: mailFrom,
          requiresTls: !publicOrigin.isLoopback,
          host: new URL(publicOrigin.origin).hostname,
        }),
      }),
  }
}
