import { listSitemap } from '@dhakacart/contract/catalogue.schema.ts'
import type { Call } from '@dhakacart/contract/client.ts'
import { type Language, languages } from '@dhakacart/contract/language.ts'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { FastifyInstance } from 'fastify'
import type { Manifest } from './assets/manifest.ts'
import { informationNames, links } from './links.ts'
import type { PublicRequest } from './page.ts'
import { escapeHtml } from './render/document.ts'
import { sendText } from './render/page-reply.ts'
import { publicCacheControl } from './security-headers.ts'

type Settings = { call: Call; categories: PublicRequest['categories']; publicOrigin: PublicOrigin; manifest: Manifest }

/** Products per sitemap file, each in two languages with its alternates; the protocol allows 50,000 addresses and 50 MB. */
const productsPerFile = 5_000

/** Files at addresses that others expect: robots.txt, the sitemaps, the manifest of the installed shop, its service worker. */
export async function searchEngineFiles(app: FastifyInstance, settings: Settings): Promise<void> {
  const { call, categories, publicOrigin, manifest } = settings
  const { canonical } = publicOrigin
  app.addHook('onSend', async (_request, reply) => {
    if (reply.statusCode < 400) reply.header('cache-control', publicCacheControl)
  })
  app.get('/robots.txt', (request, reply) => sendText(request, reply, 'text/plain', robots(canonical('/sitemap.xml'))))
  app.get('/site.webmanifest', (request, reply) =>
    sendText(request, reply, 'application/manifest+json', JSON.stringify(webManifest(manifest))),
  )
  app.get('/service-worker.js', (request, reply) => sendText(request, reply, 'text/javascript', manifest.serviceWorker))
  app.get('/sitemap.xml', async (request, reply) => {
    const cursors = await productFileCursors(call)
    const paths = [
      '/sitemap-pages.xml',
      ...cursors.map((cursor) => `/sitemap-products.xml${cursor ? `?after=${cursor}` : ''}`),
    ]
    const entries = paths.map((path) => `<sitemap><loc>${escapeHtml(canonical(path))}</loc></sitemap>`)
    return sendText(request, reply, 'application/xml', xml('sitemapindex', entries))
  })
  app.get('/sitemap-pages.xml', async (request, reply) => {
    const all = await categories()
    const builders = [
      (language: Language) => links.home(language),
      ...all.map(
        ({ slug }) =>
          (language: Language) =>
            links.category(language, slug),
      ),
      ...informationNames.map((name) => (language: Language) => links.information(language, name)),
    ]
    return sendText(
      request,
      reply,
      'application/xml',
      urlSet(
        publicOrigin,
        builders.map((path) => ({ path })),
      ),
    )
  })
  app.get<{ Querystring: { after?: string } }>('/sitemap-products.xml', async (request, reply) => {
    const { after } = request.query
    const query = { limit: productsPerFile, ...(typeof after === 'string' && { after }) }
    const { body } = await call(listSitemap, { query })
    const pages = body.products.map(({ slug, updatedAt }) => ({
      path: (language: Language) => links.product(language, slug),
      changedAt: updatedAt,
    }))
    return sendText(request, reply, 'application/xml', urlSet(publicOrigin, pages))
  })
}

/** Where each sitemap file begins; null for the first. Bounded, so that a mistaken cursor cannot keep us asking. */
async function productFileCursors(call: Call): Promise<(string | null)[]> {
  const filesMax = 100
  const cursors: (string | null)[] = [null]
  while (cursors.length < filesMax) {
    const after = cursors.at(-1)
    const { body } = await call(listSitemap, { query: { limit: productsPerFile, ...(after && { after }) } })
    if (body.nextCursor === null) break
    cursors.push(body.nextCursor)
  }
  return cursors
}

type SitemapPage = { path: (language: Language) => string; changedAt?: string }

function urlSet({ canonical }: PublicOrigin, pages: SitemapPage[]): string {
  const entries = pages.flatMap(({ path, changedAt }) => {
    const alternates = languages.map(
      (language) =>
        `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeHtml(canonical(path(language)))}"/>`,
    )
    const changed = changedAt === undefined ? '' : `<lastmod>${escapeHtml(changedAt)}</lastmod>`
    return languages.map(
      (language) => `<url><loc>${escapeHtml(canonical(path(language)))}</loc>${changed}${alternates.join('')}</url>`,
    )
  })
  return xml('urlset', entries, ' xmlns:xhtml="http://www.w3.org/1999/xhtml"')
}

function xml(root: string, entries: string[], namespaces = ''): string {
  const open = `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${namespaces}>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${open}\n${entries.join('\n')}\n</${root}>\n`
}

function robots(sitemapUrl: string): string {
  const closed = ['/api/', '/language/', ...languages.flatMap((language) => personalPaths(language))]
  return `User-agent: *\n${closed.map((path) => `Disallow: ${path}`).join('\n')}\nAllow: /api/pictures/\n\nSitemap: ${sitemapUrl}\n`
}

function personalPaths(language: Language): string[] {
  return [links.cart(language), links.order(language, '')]
}

function webManifest({ urls }: Manifest) {
  const icons = [192, 512].flatMap((size) => {
    const src = urls[`icon-${size}.png`]
    return src === undefined ? [] : [{ src, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any' }]
  })
  return {
    name: 'DhakaCart',
    short_name: 'DhakaCart',
    start_url: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#0b6b4f',
    icons,
  }
}
