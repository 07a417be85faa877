import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { PublicOrigin } from '../public-origin.ts'
import { serveBuiltFiles } from './serve-files.ts'

/** What a build of a one-page app leaves beside its `assets/` folder, as app.json. */
export type BuiltApp = {
  /** Hash of everything the build read. */
  sources: string
  /** The one page, whole. */
  page: string
  /** Path below which the build expects to be served, like /console. */
  prefix: string
  /** Names in assets/ that this build made, without their compressed forms. */
  files: readonly string[]
}

/** All code, styles and data come from our own origin, nothing is framed, submitted elsewhere or written as HTML. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** The headers of the page and its files; stricter than a shop page's, because nobody links here and nothing is cached by others. */
export function pageHeaders(publicOrigin: PublicOrigin): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'x-frame-options': 'DENY',
    'x-robots-tag': 'noindex, nofollow',
    ...(publicOrigin.isSecure && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  }
}

type Served = { built: BuiltApp; folder: string; publicOrigin: PublicOrigin }

/** Serves a built one-page app: its files for a year, and the one page, never stored, for every other address below its prefix. */
export async function serveOnePageApp(app: FastifyInstance, { built, folder, publicOrigin }: Served): Promise<void> {
  const headers = pageHeaders(publicOrigin)
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers)
  })
  await serveBuiltFiles(app, { prefix: `${built.prefix}/assets`, folder: join(folder, 'assets'), names: built.files })
  for (const url of [built.prefix, `${built.prefix}/*`]) {
    app.get(url, async (_request, reply) =>
      reply.headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).send(built.page),
    )
  }
}

/** What the build left in the folder. Throws when there is none. */
export function readBuiltApp(folder: string): BuiltApp {
  try {
    return JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as BuiltApp
  } catch (cause) {
    throw new Error(`${folder} holds no built app: run its build first`, { cause })
  }
}
