/** From the second page on, a lost connection shows our offline page instead of the browser's. */
export function prepareForOffline(): void {
  if (!('serviceWorker' in navigator)) return
  // After everything that the shopper waits for. Where it is refused (private windows), the shop works without.
  addEventListener('load', () => navigator.serviceWorker.register('/service-worker.js').catch(() => {}))
}
