import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import type { StaffRole } from '@dhakacart/contract/staff-permissions.ts'

/** What stands around every page. */
export const layout = {
  product: 'DhakaCart Console',
  home: 'DhakaCart Console, overview',
  skip: 'Skip to content',
  otherLanguage: 'বাংলা',
  help: 'Keyboard shortcuts',
  personMenu: (name: string) => `Signed in as ${name}`,
  theme: 'Appearance',
  themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
  signOut: 'Sign out',
  deniedTitle: 'Not for your role',
  deniedText: (role: string) => `You are signed in as ${role}, who may not open this page. Ask an owner of the shop.`,
  nowhereTitle: 'There is no such page',
  nowhereText: 'Check the address, or go on with the navigation.',
  brokenTitle: 'This page broke',
  brokenText: 'Nothing that was saved is lost. Load it again; if it breaks again, tell us what you did.',
  reload: 'Load again',
}

export const nav = {
  label: 'Pages',
  open: 'Open the navigation',
  groups: { shop: 'Shop', goods: 'Goods', money: 'Money', setup: 'Set-up' },
  pages: {
    overview: 'Overview',
    orders: 'Orders',
    returns: 'Returns',
    customers: 'Customers',
    products: 'Products',
    categories: 'Categories',
    brands: 'Brands',
    stock: 'Stock',
    imports: 'Import and export',
    coupons: 'Coupons',
    sales: 'Sales',
    delivery: 'Delivery zones',
    couriers: 'Couriers',
    payments: 'Payments',
    refunds: 'Refunds',
    reconciliation: 'Reconciliation',
    messages: 'Messages',
    settlements: 'Courier money',
    settings: 'Settings',
    staff: 'Staff',
    audit: 'Audit log',
    account: 'My account',
  },
}

export const help = {
  title: 'Keyboard shortcuts',
  search: 'Go to the search of this page',
  help: 'Open this list',
  escape: 'Close a dialog',
  rows: 'Go from row to row in a table',
}

export const roles: Record<StaffRole, string> = {
  owner: 'Owner',
  manager: 'Manager',
  support: 'Support',
  warehouse: 'Warehouse',
  viewer: 'Viewer',
}

export const orderStates: Record<OrderState, string> = {
  pending_confirmation: 'Waiting for the code',
  pending_payment: 'Waiting for payment',
  confirmed: 'Confirmed',
  packed: 'Packed',
  shipped: 'On its way',
  delivered: 'Delivered',
  expired: 'Expired',
  cancelled: 'Cancelled',
  delivery_failed: 'Delivery failed',
  return_requested: 'Return requested',
  returned: 'Returned',
}
