import type { SimulatorConfig } from './config.ts'
import type { ProviderKeys } from './simulator.ts'

/** The keys of each provider, out of the flat configuration. */
export function providerKeys(config: SimulatorConfig): ProviderKeys {
  return {
    sslcommerz: { storeId: config.sslcommerzStoreId, storePassword: config.sslcommerzStorePassword },
    bkash: {
      username: config.bkashUsername,
      password: config.bkashPassword,
      appKey: config.bkashAppKey,
      appSecret: config.bkashAppSecret,
    },
    nagad: {
      merchantId: config.nagadMerchantId,
      gatewayPrivateKey: config.nagadGatewayPrivateKey,
      merchantPublicKey: config.nagadMerchantPublicKey,
    },
    pathao: {
      clientId: config.pathaoClientId,
      clientSecret: config.pathaoClientSecret,
      username: config.pathaoUsername,
      password: config.pathaoPassword,
      storeId: config.pathaoStoreId,
    },
    steadfast: { apiKey: config.steadfastApiKey, secretKey: config.steadfastSecretKey },
    sms: { apiKey: config.smsApiKey, senderId: config.smsSenderId },
  }
}
