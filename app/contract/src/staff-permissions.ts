/** What a member of staff is here to do. An owner may do everything; nobody else may change who may do what. */
export const staffRoles = ['owner', 'manager', 'support', 'warehouse', 'viewer'] as const
export type StaffRole = (typeof staffRoles)[number]

/** Every right there is. A route of the console names the one it needs; nothing else decides. */
export const permissions = [
  'orders.read',
  'orders.fulfil',
  'orders.cancel',
  'orders.refund',
  'orders.note',
  'customers.read',
  'customers.personal_data',
  'catalogue.read',
  'catalogue.write',
  'stock.read',
  'stock.write',
  'coupons.write',
  'sales.write',
  'waiting_rooms.run',
  'delivery.write',
  'settings.write',
  'couriers.book',
  'settlements.write',
  'payments.read',
  'reconciliation.read',
  'imports.run',
  'staff.read',
  'staff.write',
  'audit.read',
  'overview.read',
] as const
export type Permission = (typeof permissions)[number]

const everybody = ['orders.read', 'customers.read', 'catalogue.read', 'stock.read', 'overview.read'] as const

/** The one table of who may do what. */
export const permissionsOf: Record<StaffRole, readonly Permission[]> = {
  owner: permissions,
  manager: permissions.filter((permission) => permission !== 'staff.write'),
  support: [...everybody, 'orders.cancel', 'orders.note', 'customers.personal_data', 'couriers.book', 'payments.read'],
  warehouse: [...everybody, 'orders.fulfil', 'orders.note', 'stock.write', 'couriers.book'],
  viewer: [...everybody, 'payments.read', 'reconciliation.read'],
}
