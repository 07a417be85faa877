import { type Language, languages } from '@dhakacart/contract/language.ts'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { Manifest } from '../assets/manifest.ts'
import type { IslandName } from '../islands/islands.ts'
import type { Head } from '../page.ts'
import { shops } from '../shop.ts'

export type DocumentSettings = { publicOrigin: PublicOrigin; manifest: Manifest }

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Makes text safe inside an attribute or an element. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character)
}

/** JSON inside <script>: the only thing that could end the element early is a `<`. */
function escapeScript(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

/** The whole document around a rendered body. */
export function renderDocument(body: string, head: Head, language: Language, settings: DocumentSettings): string {
  const { script, style } = settings.manifest
  const shop = shops[language]
  const description = head.description ?? shop.texts.layout.defaultDescription
  return `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8">\
<meta name="viewport" content="width=device-width,initial-scale=1">\
<title>${escapeHtml(head.title)}</title>\
${head.goOnTo === undefined ? '' : `<meta http-equiv="refresh" content="0;url=${escapeHtml(head.goOnTo)}">`}\
<meta name="description" content="${escapeHtml(description)}">\
<link rel="stylesheet" href="${style.url}" integrity="${style.integrity}">\
${preloads(head)}\
<script type="module" src="${script.url}" integrity="${script.integrity}"></script>\
${head.fetchIsland === undefined ? '' : modulePreloads(head.fetchIsland, settings.manifest)}\
${icons(settings)}${addresses(head, language, settings.publicOrigin)}${sharing(head, description, language, settings)}\
${(head.structuredData ?? []).map((data) => `<script type="application/ld+json">${escapeScript(data)}</script>`).join('')}\
</head><body>${body}</body></html>`
}

function preloads(head: Head): string {
  const links = (head.preload ?? []).map(
    ({ srcset, sizes, type, media }) =>
      `<link rel="preload" as="image" fetchpriority="high" type="${type}" imagesrcset="${escapeHtml(srcset)}" \
imagesizes="${escapeHtml(sizes)}"${media ? ` media="${escapeHtml(media)}"` : ''}>`,
  )
  return links.join('')
}

/** Fetched after everything that is seen, and run by nobody before the island wakes. */
function modulePreloads(island: IslandName, { scripts }: Manifest): string {
  const names = new Set<string>()
  const add = (name: string) => {
    if (names.has(name)) return
    names.add(name)
    for (const imported of scripts[name]?.imports ?? []) add(imported)
  }
  const sources = [`src/islands/${island}.tsx`, 'src/browser/hydrate.ts']
  for (const [name, { source }] of Object.entries(scripts)) if (source !== null && sources.includes(source)) add(name)
  return [...names].map((name) => `<link rel="modulepreload" fetchpriority="low" href="/assets/${name}">`).join('')
}

function icons({ manifest }: DocumentSettings): string {
  const link = (path: string, attributes: string) => {
    const url = manifest.urls[path]
    return url === undefined ? '' : `<link ${attributes} href="${url}">`
  }
  return (
    link('favicon.svg', 'rel="icon" type="image/svg+xml"') +
    link('apple-touch-icon.png', 'rel="apple-touch-icon"') +
    '<link rel="manifest" href="/site.webmanifest"><meta name="theme-color" content="#0b6b4f">'
  )
}

/** Canonical address and the same page in every language; a page without an address of its own is kept out of indexes. */
function addresses(head: Head, language: Language, { canonical }: PublicOrigin): string {
  const path = head.canonicalPath
  if (path === undefined) return head.needsCart ? '' : '<meta name="robots" content="noindex">'
  const inLanguage = (other: Language) => escapeHtml(canonical(`/${other}${path}`))
  const alternates = languages.map((other) => `<link rel="alternate" hreflang="${other}" href="${inLanguage(other)}">`)
  const neutral = path === '' ? escapeHtml(canonical('/')) : inLanguage('en')
  return `<link rel="canonical" href="${inLanguage(language)}">${alternates.join('')}\
<link rel="alternate" hreflang="x-default" href="${neutral}">`
}

function sharing(head: Head, description: string, language: Language, settings: DocumentSettings): string {
  const { canonical } = settings.publicOrigin
  const picture = head.sharePicture ?? settings.manifest.urls['social-card.png']
  const properties: [string, string | undefined][] = [
    ['og:site_name', 'DhakaCart'],
    ['og:type', 'website'],
    ['og:title', head.title],
    ['og:description', description],
    ['og:locale', language === 'bn' ? 'bn_BD' : 'en_GB'],
    ['og:url', head.canonicalPath === undefined ? undefined : canonical(`/${language}${head.canonicalPath}`)],
    ['og:image', picture === undefined ? undefined : canonical(picture)],
  ]
  return properties
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<meta property="${name}" content="${escapeHtml(value ?? '')}">`)
    .join('')
}
