import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Call } from '@dhakacart/contract/client.ts'
import type { ApiConnections } from '@dhakacart/service-kit/api-connections.ts'
import { apiPassage } from '@dhakacart/service-kit/api-passage.ts'
import { readBuiltApp, serveOnePageApp } from '@dhakacart/service-kit/built-files/one-page-app.ts'
import { serveBuiltFiles } from '@dhakacart/service-kit/built-files/serve-files.ts'
import type { Cache } from '@dhakacart/service-kit/cache/cache.ts'
import { createHttpServer } from '@dhakacart/service-kit/http-server.ts'
import type { Lifecycle } from '@dhakacart/service-kit/lifecycle.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'
import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Manifest } from './assets/manifest.ts'
import { createClientStock } from './client-stock.ts'
import type { StorefrontConfig } from './config.ts'
import { createFrontAnswers } from './front-answers.ts'
import { createGuestSummary } from './guest-summary.ts'
import { keepLists } from './kept-list.ts'
import { languageChoice } from './language-choice.ts'
import { createPublicPages, type PublicPages } from './page-cache/public-pages.ts'
import { pageServer } from './page-server.ts'
import { createPublicRenderer } from './render/public-page.ts'
import type * as Views from './render/views.tsx'
import { pageRoutes } from './routes.ts'
import { searchEngineFiles } from './search-engines.ts'
import { privateCacheControl, securityHeaders } from './security-headers.ts'
import { createRoomDocuments } from './waiting-room-document.ts'

/** The longest form is an order with its address: a few kB. */
const bodyLimitBytes = 64 * 1024
/** Slugs may have 120 characters; picture ids and tokens fewer. */
const paramLengthMax = 130
const mebibyte = 1_048_576

export type StorefrontSettings = {
  config: StorefrontConfig
  log: Log
  metrics: Metrics
  lifecycle: Lifecycle
  call: Call
  connections: ApiConnections
  /** Absent: this shop has none. */
  sharedCache?: Cache | undefined
  /** Folder with what the build made. */
  dist: string
}

export type Storefront = {
  app: FastifyInstance
  /** To be started before the app listens and stopped after it has closed; never started, each page is made when it is asked for. */
  pages: PublicPages
}

/** The whole storefront: pages, files, and the way through to the api. Needs a build, and no api to start. */
export async function createStorefront(settings: StorefrontSettings): Promise<Storefront> {
  const { config, log, call, connections, dist } = settings
  const { publicOrigin, apiOrigin } = config
  const { manifest, views } = await loadBuild(dist)
  const headers = { ...securityHeaders(publicOrigin), 'x-release': config.release }
  const lists = keepLists(call, log)
  const send = createFrontAnswers(settings.lifecycle, log, settings.metrics)
  const rooms = createRoomDocuments({ call, securityHeaders: headers, send })
  const rendering = { call, lists, publicOrigin, manifest, renderBody: views.renderBody }
  const pages = createPublicPages({
    ...settings,
    lists,
    render: createPublicRenderer(rendering),
    routes: pageRoutes,
    securityHeaders: headers,
    send,
    bytesMax: config.pageCacheMib * mebibyte,
    snapshotFolder: config.pageSnapshotFolder,
    sharedCache: settings.sharedCache,
    build: buildName(manifest, config),
  })
  const { shopNowMs } = pages
  const clients = createClientStock({ call, clientAddress: config.clientAddress, cache: settings.sharedCache, log })
  const answerGuest = createGuestSummary({
    publicOrigin,
    securityHeaders: headers,
    shopNowMs,
    send,
    takeClient: clients.take,
  })
  const app = createHttpServer({
    ...settings,
    release: config.release,
    clientAddress: config.clientAddress,
    keepsRequestId: false,
    bodyLimitBytes,
    front: (request, response) =>
      answerGuest(request, response) || rooms.front(request, response) || pages.frontDoor(request, response),
    options: { routerOptions: { maxParamLength: paramLengthMax }, frameworkErrors: refuseUrl(headers) },
  })
  app.addHook('onReady', async () => clients.start())
  app.addHook('onClose', async () => clients.stop())
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers)
  })
  await app.register(cookie)
  await app.register(formbody, { parser: (text) => new URLSearchParams(text) as never })
  await app.register(apiPassage, { apiOrigin, connections, url: '/api/*', isStreamed: false })
  rooms.register(app)
  await serveBuiltFiles(app, { prefix: '/assets', folder: join(dist, 'assets'), names: manifest.files })
  if (config.secondApp !== undefined) await besideTheShop(app, config.secondApp, settings)
  await app.register(languageChoice, { publicOrigin })
  await app.register(searchEngineFiles, { call, categories: lists.categories, publicOrigin, manifest })
  await pageServer(app, {
    ...rendering,
    pages,
    routes: pageRoutes,
    metrics: settings.metrics,
    cache: settings.sharedCache,
  })
  return { app, pages }
}

/** What the bytes of a page depend on besides the shop's data: code, release and public origin. */
function buildName(manifest: Manifest, { release, publicOrigin }: StorefrontConfig): string {
  return createHash('sha256')
    .update(`${manifest.sources}\n${release}\n${publicOrigin.origin}`)
    .digest('hex')
    .slice(0, 16)
}

/** Another app on the same port, with its own part of the api, to which it may send files. */
async function besideTheShop(app: FastifyInstance, folder: string, settings: StorefrontSettings): Promise<void> {
  const { config, connections } = settings
  const built = readBuiltApp(folder)
  await app.register(serveOnePageApp, { built, folder, publicOrigin: config.publicOrigin })
  const url = `/api${built.prefix}/*`
  await app.register(apiPassage, { apiOrigin: config.apiOrigin, connections, url, isStreamed: true })
}

/** An address that is no address (`/%zz`), before any route or hook: nobody is sent there by a link of ours. */
function refuseUrl(headers: Readonly<Record<string, string>>) {
  return (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
    const own = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': privateCacheControl }
    void reply
      .code(400)
      .headers({ ...headers, ...own })
      .send('This address cannot be read.')
  }
}

async function loadBuild(dist: string): Promise<{ manifest: Manifest; views: typeof Views }> {
  let manifest: Manifest
  try {
    manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Manifest
  } catch (cause) {
    throw new Error('the storefront is not built: run `node app/storefront/build.ts` first', { cause })
  }
  const views = (await import(pathToFileURL(join(dist, manifest.views)).href)) as typeof Views
  return { manifest, views }
}
