import { once } from 'node:events'
import { Agent, createServer, request as httpRequest, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { createHttpServer } from '@dhakacart/service-kit/http-server.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { createMetrics } from '@dhakacart/service-kit/metrics.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { createFrontAnswers } from '../src/front-answers.ts'
import { createFrontDoor } from '../src/page-cache/front-door.ts'
import { createAddressReader } from '../src/page-cache/page-address.ts'
import { PageCache } from '../src/page-cache/page-cache.ts'
import { PriceBoundaries } from '../src/page-cache/price-boundaries.ts'
import { pageRoutes } from '../src/routes.ts'
import { securityHeaders } from '../src/security-headers.ts'

/** Processor time of one kept page, against bare node:http with the same bytes: `node app/storefront/bench/front-door.ts` */
const rounds = 5
const requests = 4_000
const atOnce = 16
const pages = 1_000
/** As a product page: 45 kB of HTML that brotli makes 9 kB of. */
const html = Array.from(
  { length: 700 },
  () => `<p>${crypto.randomUUID().slice(0, 13)} of a page of some length</p>`,
).join('')
const paths = Array.from({ length: pages }, (_, index) => `/en/p/product-${index}`)

if (isMainThread) await compare()
else await beVisitors()

async function compare(): Promise<void> {
  const metrics = createMetrics({ process: 'storefront', release: 'bench' })
  const reads = { products: [], categories: [], isList: false }
  const render = async () => ({
    status: 200,
    html,
    location: null,
    reads,
    trueAt: performance.now(),
    isIncomplete: false,
  })
  const cache = new PageCache({ render, boundaries: new PriceBoundaries(), bytesMax: 1 << 28, metrics })
  const readAddress = createAddressReader(pageRoutes)
  cache.beginFollowing()
  const news = setInterval(() => cache.tell({ isEverything: false, products: [] }, performance.now()), 100)
  for (const path of paths) {
    const address = readAddress(path)
    if (address !== null) await cache.refresh(address, 'warmth')
  }
  const log = createLog({ process: 'storefront', release: 'bench', level: 'silent' })
  const lifecycle = { isDraining: false }
  const send = createFrontAnswers(lifecycle, log, metrics)
  const headers = securityHeaders(readPublicOrigin('https://shop.example'))
  const frontDoor = createFrontDoor({ cache, readAddress, securityHeaders: headers, send })
  const kept: RequestListener = (request, response) => {
    if (!frontDoor(request, response)) response.writeHead(500).end()
  }
  const body = cache.shelves.get(paths[0] ?? '')?.brotli ?? Buffer.alloc(0)
  const head = { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br', 'content-length': body.length }
  const bare: RequestListener = (_request, response) => response.writeHead(200, head).end(body)
  const whole = { ...headers, ...head, vary: 'accept-encoding', etag: 'x', 'cache-control': 'x', 'x-request-id': 'x' }
  const bareWithHeaders: RequestListener = (_request, response) => response.writeHead(200, whole).end(body)
  const visitors = new Worker(new URL(import.meta.url), { workerData: { paths, requests, atOnce } })
  // The best of several: what else the machine does can only make a run slower.
  const times = new Map<string, number>()
  const ofTheShop = (): Server =>
    createHttpServer({
      log,
      metrics,
      lifecycle,
      release: 'bench',
      bodyLimitBytes: 1_024,
      clientAddress: () => '',
      keepsRequestId: false,
      front: frontDoor,
    }).server
  const kinds: Record<string, [() => Server, string]> = {
    'bare node:http': [() => createServer(bare), ''],
    'bare node:http, with the headers too': [() => createServer(bareWithHeaders), ''],
    'from memory': [() => createServer(kept), ''],
    'from memory, with a tracking parameter': [() => createServer(kept), '?fbclid='],
    "from memory, with the shop's own server": [ofTheShop, ''],
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, [serve, tag]] of Object.entries(kinds)) {
      times.set(name, Math.min(times.get(name) ?? Number.POSITIVE_INFINITY, await measure(serve(), tag, visitors)))
    }
  }
  clearInterval(news)
  await visitors.terminate()
  const bareTime = times.get('bare node:http') ?? Number.NaN
  const rows = [...times].map(([name, time]) => [
    name,
    { 'µs a request': Math.round(time), '% of bare': Math.round((100 * bareTime) / time) },
  ])
  console.table(Object.fromEntries(rows))
}

async function measure(server: Server, tag: string, visitors: Worker): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const before = process.threadCpuUsage()
  visitors.postMessage({ port: (server.address() as AddressInfo).port, tag })
  await once(visitors, 'message')
  const { user, system } = process.threadCpuUsage(before)
  server.closeAllConnections()
  server.close()
  return (user + system) / requests
}

/** In a thread of its own, so that its work is not counted. */
async function beVisitors(): Promise<void> {
  const { paths, requests, atOnce } = workerData as { paths: string[]; requests: number; atOnce: number }
  parentPort?.on('message', async ({ port, tag }: { port: number; tag: string }) => {
    const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
    let asked = 0
    const visitor = async () => {
      while (asked < requests) {
        asked += 1
        const path = `${paths[asked % paths.length]}${tag === '' ? '' : tag + asked}`
        await get(port, path, agent)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, visitor))
    agent.destroy()
    parentPort?.postMessage('done')
  })
}

function get(port: number, path: string, agent: Agent): Promise<void> {
  const headers = { 'accept-encoding': 'gzip, deflate, br, zstd' }
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path} answers ${response.statusCode}`))
      response.resume().on('end', resolve)
    })
    request.on('error', reject)
    request.end()
  })
}
