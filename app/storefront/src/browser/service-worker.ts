/** Put in place by the build: the offline pages and what they need to look like ours. */
declare const offlineFiles: { name: string; paths: string[] }

type WaitEvent = Event & { waitUntil(work: Promise<unknown>): void }
type AskEvent = Event & { request: Request; respondWith(answer: Promise<Response>): void }

// It keeps the offline pages and nothing else: no page of the shop is ever served from here while there is a connection.
addEventListener('install', (event) => {
  const keep = async () => (await caches.open(offlineFiles.name)).addAll(offlineFiles.paths)
  ;(event as WaitEvent).waitUntil(keep())
})

addEventListener('activate', (event) => {
  const removeOld = async () => {
    const names = await caches.keys()
    await Promise.all(names.filter((name) => name !== offlineFiles.name).map((name) => caches.delete(name)))
  }
  ;(event as WaitEvent).waitUntil(removeOld())
})

addEventListener('fetch', (event) => {
  const { request, respondWith } = event as AskEvent
  const answer = (work: Promise<Response>) => respondWith.call(event, work)
  if (request.mode === 'navigate' && request.method === 'GET') answer(navigate(request))
  else if (offlineFiles.paths.includes(new URL(request.url).pathname)) {
    answer(fetch(request).catch(() => kept(request.url)))
  }
})

async function navigate(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch {
    const language = new URL(request.url).pathname.startsWith('/bn') ? 'bn' : 'en'
    return kept(`/${language}/offline`)
  }
}

async function kept(url: string): Promise<Response> {
  return (await caches.match(url)) ?? Response.error()
}
