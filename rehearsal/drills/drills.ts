import { apiPodKilled } from './api-pod-killed.ts'
import { cachePodKilled } from './cache-pod-killed.ts'
import type { Drill } from './drill.ts'
import { primaryPodKilled } from './primary-pod-killed.ts'
import { storefrontPodKilled } from './storefront-pod-killed.ts'

/** All drills, in the order in which `npm run drill all` plays them. */
export const drills: readonly Drill[] = [storefrontPodKilled, apiPodKilled, cachePodKilled, primaryPodKilled]
