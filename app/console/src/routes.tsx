import type { Permission } from '@dhakacart/contract/staff-permissions.ts'
import { type ComponentType, lazy } from 'react'
import type { IconName } from './components/icon.tsx'
import type { Texts } from './texts/en.ts'

export type PageProps = { params: Readonly<Record<string, string>> }

export type PageRoute = {
  /** Below /console; parameters as `:name`. */
  path: string
  /** Who may open it; null: everybody who is signed in. The api checks again, this only hides what would be refused. */
  permission: Permission | null
  page: ComponentType<PageProps>
  /** Stands in the navigation, in the order of this table. */
  nav?: {
    group: keyof Texts['nav']['groups']
    label: keyof Texts['nav']['pages']
    icon: IconName
    /** Typed after `g`, goes there. */
    letter: string
  }
}

/** Every page of the console. Its code is loaded when it is opened. */
export const pageRoutes: readonly PageRoute[] = [
  {
    path: '/',
    permission: 'overview.read',
    page: lazy(() => import('./pages/overview/overview.page.tsx')),
    nav: { group: 'shop', label: 'overview', icon: 'gauge', letter: 'h' },
  },
  {
    path: '/orders',
    permission: 'orders.read',
    page: lazy(() => import('./pages/orders/orders.page.tsx')),
    nav: { group: 'shop', label: 'orders', icon: 'list', letter: 'o' },
  },
  { path: '/orders/:id', permission: 'orders.read', page: lazy(() => import('./pages/orders/order.page.tsx')) },
  { path: '/orders/:id/slip', permission: 'orders.fulfil', page: lazy(() => import('./pages/orders/slip.page.tsx')) },
  {
    path: '/returns',
    permission: 'orders.read',
    page: lazy(() => import('./pages/returns/returns.page.tsx')),
    nav: { group: 'shop', label: 'returns', icon: 'box', letter: 'r' },
  },
  {
    path: '/customers',
    permission: 'customers.read',
    page: lazy(() => import('./pages/customers/customers.page.tsx')),
    nav: { group: 'shop', label: 'customers', icon: 'users', letter: 'u' },
  },
  {
    path: '/customers/:ref',
    permission: 'customers.read',
    page: lazy(() => import('./pages/customers/customer.page.tsx')),
  },
  {
    path: '/settings',
    permission: 'overview.read',
    page: lazy(() => import('./pages/settings/settings.page.tsx')),
    nav: { group: 'setup', label: 'settings', icon: 'gear', letter: 'e' },
  },
  {
    path: '/sales',
    permission: 'catalogue.read',
    page: lazy(() => import('./pages/sales/sales.page.tsx')),
    nav: { group: 'goods', label: 'sales', icon: 'clock', letter: 'a' },
  },
  {
    path: '/sales/:saleId',
    permission: 'catalogue.read',
    page: lazy(() => import('./pages/sales/sale.page.tsx')),
  },
  {
    path: '/sales/:saleId/waiting-room',
    permission: 'overview.read',
    page: lazy(() => import('./pages/sales/room.page.tsx')),
  },
  {
    path: '/coupons',
    permission: 'coupons.write',
    page: lazy(() => import('./pages/coupons/coupons.page.tsx')),
    nav: { group: 'goods', label: 'coupons', icon: 'tag', letter: 'n' },
  },
  {
    path: '/coupons/:id',
    permission: 'coupons.write',
    page: lazy(() => import('./pages/coupons/coupon.page.tsx')),
  },
  {
    path: '/delivery',
    permission: 'catalogue.read',
    page: lazy(() => import('./pages/delivery/delivery.page.tsx')),
    nav: { group: 'setup', label: 'delivery', icon: 'truck', letter: 'd' },
  },
  {
    path: '/products',
    permission: 'catalogue.read',
    page: lazy(() => import('./pages/products/products.page.tsx')),
    nav: { group: 'goods', label: 'products', icon: 'box', letter: 'p' },
  },
  {
    path: '/products/:id',
    permission: 'catalogue.read',
    page: lazy(() => import('./pages/products/product.page.tsx')),
  },
  {
    path: '/categories',
    permission: 'catalogue.read',
    page: lazy(() => import('./pages/categories/categories.page.tsx')),
    nav: { group: 'goods', label: 'categories', icon: 'tag', letter: 'c' },
  },
  {
    path: '/stock',
    permission: 'stock.read',
    page: lazy(() => import('./pages/stock/stock.page.tsx')),
    nav: { group: 'goods', label: 'stock', icon: 'truck', letter: 's' },
  },
  { path: '/stock/receive', permission: 'stock.write', page: lazy(() => import('./pages/stock/receive.page.tsx')) },
  { path: '/stock/:id', permission: 'stock.read', page: lazy(() => import('./pages/stock/ledger.page.tsx')) },
  {
    path: '/imports',
    permission: 'imports.run',
    page: lazy(() => import('./pages/imports/imports.page.tsx')),
    nav: { group: 'goods', label: 'imports', icon: 'upload', letter: 'i' },
  },
  { path: '/imports/:id', permission: 'imports.run', page: lazy(() => import('./pages/imports/import.page.tsx')) },
  {
    path: '/imported-orders',
    permission: 'orders.read',
    page: lazy(() => import('./pages/imports/imported-orders.page.tsx')),
  },
  {
    path: '/couriers',
    permission: 'orders.read',
    page: lazy(() => import('./pages/couriers/couriers.page.tsx')),
    nav: { group: 'shop', label: 'couriers', icon: 'truck', letter: 'k' },
  },
  {
    path: '/couriers/labels',
    permission: 'couriers.book',
    page: lazy(() => import('./pages/couriers/labels.page.tsx')),
  },
  {
    path: '/messages',
    permission: 'orders.read',
    page: lazy(() => import('./pages/messages/messages.page.tsx')),
    nav: { group: 'shop', label: 'messages', icon: 'edit', letter: 'w' },
  },
  {
    path: '/payments',
    permission: 'payments.read',
    page: lazy(() => import('./pages/payments/payments.page.tsx')),
    nav: { group: 'money', label: 'payments', icon: 'cash', letter: 'y' },
  },
  {
    path: '/refunds',
    permission: 'payments.read',
    page: lazy(() => import('./pages/refunds/refunds.page.tsx')),
    nav: { group: 'money', label: 'refunds', icon: 'leave', letter: 'f' },
  },
  {
    path: '/reconciliation',
    permission: 'reconciliation.read',
    page: lazy(() => import('./pages/reconciliation/reconciliation.page.tsx')),
    nav: { group: 'money', label: 'reconciliation', icon: 'check', letter: 'b' },
  },
  {
    path: '/reconciliation/statements/:id',
    permission: 'reconciliation.read',
    page: lazy(() => import('./pages/reconciliation/statement.page.tsx')),
  },
  {
    path: '/settlements',
    permission: 'payments.read',
    page: lazy(() => import('./pages/couriers/settlements.page.tsx')),
    nav: { group: 'money', label: 'settlements', icon: 'cash', letter: 'x' },
  },
  {
    path: '/settlements/:id',
    permission: 'payments.read',
    page: lazy(() => import('./pages/couriers/settlement.page.tsx')),
  },
  {
    path: '/staff',
    permission: 'staff.read',
    page: lazy(() => import('./pages/staff/staff.page.tsx')),
    nav: { group: 'setup', label: 'staff', icon: 'users', letter: 't' },
  },
  {
    path: '/audit',
    permission: 'audit.read',
    page: lazy(() => import('./pages/audit/audit.page.tsx')),
    nav: { group: 'setup', label: 'audit', icon: 'shield', letter: 'l' },
  },
  {
    path: '/account',
    permission: null,
    page: lazy(() => import('./pages/account/account.page.tsx')),
    nav: { group: 'setup', label: 'account', icon: 'user', letter: 'm' },
  },
]
