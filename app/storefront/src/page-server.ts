import { isLanguage, type Language, languages } from '@dhakacart/contract/language.ts'
import type { Cache } from '@dhakacart/service-kit/cache/cache.ts'
import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { withHeaders } from './api-client.ts'
import type { Answer, PersonalPage, PersonalRequest } from './page.ts'
import { chooseEncoding, headersOf, isKnown } from './page-cache/kept-page.ts'
import type { PublicPages } from './page-cache/public-pages.ts'
import { limitPages } from './page-limit.ts'
import { forbidden, messageFor, notFound, tooFast, tooLarge } from './pages/messages.ts'
import { sendText } from './render/page-reply.ts'
import { type RenderSettings, renderPage } from './render/public-page.ts'
import type { PageRoute } from './routes.ts'
import { privateCacheControl } from './security-headers.ts'
import { type GoOn, sentByScript } from './sent-by-script.ts'
import { shops } from './shop.ts'

export type PageServerSettings = RenderSettings & {
  pages: PublicPages
  routes: readonly PageRoute[]
  metrics: Metrics
  cache: Cache | undefined
}

/** Registers every page in both languages, and the pages for what is not found or fails. */
export async function pageServer(app: FastifyInstance, settings: PageServerSettings): Promise<void> {
  limitPages(app, { ...settings, refuse: createRefusal(settings) })
  app.addHook('onRequest', async (request, reply) => {
    if (isForeignWrite(request, settings.publicOrigin)) {
      await sendAnswer(request, reply, forbidden(shops[languageOf(request.url)]), privateCacheControl, settings)
    }
  })
  for (const route of settings.routes) {
    for (const language of languages) {
      const url = `/${language}${route.path}`
      app.route({
        method: route.method,
        url,
        handler: (request, reply) => {
          const { page } = route
          return page.audience === 'public'
            ? answerPublic(request, reply, language, route, settings)
            : answerPersonal(request, reply, language, page, settings)
        },
      })
    }
  }
  app.setNotFoundHandler((request, reply) => answerNotFound(request, reply, settings))
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply, settings))
}

/** From memory or made now; the front door answers most of these before they come here. */
async function answerPublic(
  request: FastifyRequest,
  reply: FastifyReply,
  language: Language,
  route: PageRoute,
  settings: PageServerSettings,
): Promise<FastifyReply> {
  const { cache, readAddress } = settings.pages
  const params = request.params as Record<string, string>
  // As the router decoded it: one page has one key however its address is written.
  const path = route.path.replace(/:(\w+)/, (_, name: string) => params[name] ?? '')
  const search = request.url.indexOf('?')
  const address = readAddress(`/${language}${path}${search === -1 ? '' : request.url.slice(search)}`)
  if (address === null) return sendAnswer(request, reply, notFound(shops[language]), untilSwitch(settings), settings)
  const page = await cache.get(address, request.id)
  reply.header('cache-control', page.isIncomplete ? privateCacheControl : cache.cacheControl(performance.now()))
  if (page.location !== null) return reply.redirect(page.location, page.status)
  const encoding = chooseEncoding(request.headers['accept-encoding'])
  reply.headers(headersOf(page, encoding))
  if (isKnown(page, request.headers['if-none-match'])) return reply.code(304).send()
  return reply.code(page.status).send(await cache.body(page, encoding))
}

async function answerPersonal(
  request: FastifyRequest,
  reply: FastifyReply,
  language: Language,
  page: PersonalPage,
  settings: PageServerSettings,
): Promise<FastifyReply> {
  const { lists, publicOrigin } = settings
  const call = withHeaders(settings.call, personalHeaders(request), (cookies) => reply.header('set-cookie', cookies))
  const personal: PersonalRequest = {
    language,
    ...splitUrl(request.url, language),
    params: request.params as Record<string, string>,
    categories: lists.categories,
    sales: lists.sales,
    divisions: lists.divisions,
    publicOrigin,
    call,
    form: request.body instanceof URLSearchParams ? request.body : new URLSearchParams(),
    requestId: request.id,
  }
  return sendAnswer(request, reply, await page.load(personal), privateCacheControl, settings)
}

function personalHeaders(request: FastifyRequest): Record<string, string> {
  const { cookie, 'user-agent': userAgent } = request.headers
  return {
    'x-request-id': request.id,
    'x-forwarded-for': request.clientAddress,
    ...(cookie !== undefined && { cookie }),
    // A session is listed by the browser that it began in.
    ...(userAgent !== undefined && { 'user-agent': userAgent }),
  }
}

/** For shared caches: the head of any page may name a sale, so none outlives the instant at which one opens or ends. */
function untilSwitch({ pages }: PageServerSettings): string {
  return pages.cache.cacheControl(performance.now())
}

async function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answered: Answer,
  cacheControl: string,
  settings: PageServerSettings,
): Promise<FastifyReply> {
  reply.header('cache-control', answered.kind === 'page' && answered.status >= 500 ? privateCacheControl : cacheControl)
  if (answered.kind === 'redirect') {
    if (request.method === 'POST' && request.headers[sentByScript] !== undefined) {
      return reply.send({ goOnTo: answered.to } satisfies GoOn)
    }
    return reply.redirect(answered.to, answered.status)
  }
  const [categories, sales] = await Promise.all([settings.lists.categories(), settings.lists.sales()])
  reply.code(answered.status).headers(answered.headers ?? {})
  const language = languageOf(request.url)
  const { path } = splitUrl(request.url, language)
  return sendText(
    request,
    reply,
    'text/html',
    renderPage(answered, { language, path }, { categories, sales }, settings),
  )
}

function answerNotFound(request: FastifyRequest, reply: FastifyReply, settings: PageServerSettings) {
  const { path } = splitUrl(request.url, languageOf(request.url))
  // One address per page: with a slash at the end it is the same page.
  if (request.method === 'GET' && /^\/(?:en|bn)(?:\/[^/\\]+)*\/$/.test(request.url.split('?')[0] ?? '')) {
    const target = `/${languageOf(request.url)}${path.replace(/\/$/, '')}`
    return sendAnswer(request, reply, { kind: 'redirect', status: 301, to: target }, untilSwitch(settings), settings)
  }
  return sendAnswer(request, reply, notFound(shops[languageOf(request.url)]), untilSwitch(settings), settings)
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, settings: PageServerSettings) {
  const shop = shops[languageOf(request.url)]
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const status = (error as { statusCode?: number }).statusCode
  const shown =
    status === 413
      ? tooLarge(shop)
      : status === 415
        ? forbidden(shop)
        : messageFor(error, shop, request.id, isRead ? request.url : undefined)
  if (shown.status >= 500) request.log.error({ err: error }, 'a page could not be shown')
  // It was true of this request, and perhaps of this shopper alone.
  return sendAnswer(request, reply, shown, privateCacheControl, settings)
}

/** Its menu may be a minute old. */
const refusalLifeMs = 60_000

/** The page for who asks too fast; made once a minute, so that refusing costs less than what is refused. */
function createRefusal(settings: PageServerSettings) {
  const kept = new Map<Language, { madeAtMs: number; page: Promise<string> }>()
  const make = async (language: Language) => {
    const [categories, sales] = await Promise.all([settings.lists.categories(), settings.lists.sales()])
    const shown = tooFast(shops[language], undefined, 1)
    return renderPage(shown, { language, path: '' }, { categories, sales }, settings)
  }
  return async function refuse(request: FastifyRequest, reply: FastifyReply, seconds: number): Promise<FastifyReply> {
    const language = languageOf(request.url)
    const nowMs = performance.now()
    const known = kept.get(language)
    const one =
      known !== undefined && nowMs - known.madeAtMs < refusalLifeMs ? known : { madeAtMs: nowMs, page: make(language) }
    kept.set(language, one)
    reply.code(429).header('retry-after', String(seconds)).header('cache-control', privateCacheControl)
    return sendText(request, reply, 'text/html', await one.page)
  }
}

/** The language an address is in; English where it says nothing. */
function languageOf(url: string): Language {
  const first = url.split(/[/?]/, 2)[1]
  return isLanguage(first) ? first : 'en'
}

function splitUrl(url: string, language: Language): { path: string; query: URLSearchParams } {
  const [path = '', ...query] = url.split('?')
  const prefix = `/${language}`
  return {
    path: path.startsWith(prefix) ? path.slice(prefix.length) : '',
    query: new URLSearchParams(query.join('?')),
  }
}

/** A form that another site made the browser send. Browsers of the last years say so in one of these two headers. */
function isForeignWrite(request: FastifyRequest, publicOrigin: PublicOrigin): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  // The api judges what is passed on to it: payment providers post there from their own pages.
  if (request.routeOptions.url?.startsWith('/api/')) return false
  const { origin } = request.headers
  if (origin !== undefined && !publicOrigin.allowsOrigin(origin)) return true
  const site = request.headers['sec-fetch-site']
  return site === 'cross-site' || site === 'same-site'
}
