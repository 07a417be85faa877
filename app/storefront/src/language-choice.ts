import { isLanguage, type Language } from '@dhakacart/contract/language.ts'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { FastifyInstance } from 'fastify'
import { privateCacheControl } from './security-headers.ts'

const rememberSeconds = 365 * 24 * 60 * 60

/** The two addresses that know a shopper's language: `/`, and the one that remembers a choice. Neither is ever stored. */
export async function languageChoice(app: FastifyInstance, { publicOrigin }: { publicOrigin: PublicOrigin }) {
  const cookieName = `${publicOrigin.cookiePrefix}language`

  app.get('/', async (request, reply) => {
    const remembered = request.cookies[cookieName]
    const language = isLanguage(remembered) ? remembered : preferredLanguage(request.headers['accept-language'])
    return reply.header('cache-control', privateCacheControl).redirect(`/${language}`, 302)
  })

  app.get<{ Params: { to: string }; Querystring: { path?: string } }>('/language/:to', async (request, reply) => {
    const { to } = request.params
    if (!isLanguage(to)) return reply.callNotFound()
    reply.setCookie(cookieName, to, {
      path: '/',
      maxAge: rememberSeconds,
      httpOnly: true,
      sameSite: 'lax',
      secure: publicOrigin.isSecure,
    })
    const target = pathInLanguage(to, String(request.query.path ?? ''), publicOrigin)
    return reply.header('cache-control', privateCacheControl).redirect(target, 303)
  })
}

/** Below the language nothing can lead to another host, but `//` and `\` are refused all the same. */
function pathInLanguage(language: Language, path: string, publicOrigin: PublicOrigin): string {
  const home = `/${language}`
  if (path === '' || path.length > 2_000 || !/^[/?][\x21-\x7e]*$/.test(path) || /[\\]|\/\//.test(path)) return home
  try {
    const { pathname, search } = new URL(publicOrigin.canonical(home + path))
    return pathname === home || pathname.startsWith(`${home}/`) ? pathname + search : home
  } catch {
    return home
  }
}

/** Bangla for browsers that ask for it before English, English for the rest. */
function preferredLanguage(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';')
      const quality = Number(
        parameters
          .find((parameter) => parameter.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      )
      return { language: tag.split('-')[0], quality: Number.isFinite(quality) ? quality : 0 }
    })
    .filter(({ language, quality }) => isLanguage(language) && quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
  return wanted[0]?.language === 'bn' ? 'bn' : 'en'
}
