import type { Route } from './route.ts'

/** A route that only a signed-in customer may call, and that touches nothing but what is theirs. */
export type CustomerRoute = Route & { readonly needsCustomer: true }

/** Keeps the literal types of a route and marks it as a signed-in customer's. */
export function defineCustomerRoute<const R extends Route>(route: R): R & { readonly needsCustomer: true } {
  return { ...route, needsCustomer: true }
}
