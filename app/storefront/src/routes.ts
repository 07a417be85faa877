import type { Page } from './page.ts'
import { offlinePage } from './pages/offline/offline.load.ts'

export type PageRoute = { method: 'GET' | 'POST'; path: string; page: Page }

/** Every page of the shop. Each exists as /en… and as /bn…; what is below no language stands in app.ts. */
export const pageRoutes: readonly PageRoute[] = [{ method: 'GET', path: '/offline', page: offlinePage }]
