/** The storefront's folder of finished art. */
export const assets = new URL('../../../../storefront/assets/', import.meta.url)
