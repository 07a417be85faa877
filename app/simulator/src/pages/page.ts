import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Html, html } from './html.ts'

export type Language = 'bn' | 'en'

const style = `
:root { font: 16px/1.5 system-ui, "Noto Sans Bengali", sans-serif; color: #1b2430; background: #eef1f5; }
body { margin: 0; }
main { max-width: 30rem; margin: 2rem auto; padding: 1.5rem; background: #fff; border-radius: 12px; box-shadow: 0 1px 4px #0002; }
main.wide { max-width: 76rem; }
h1 { font-size: 1.3rem; margin: 0 0 .5rem; } h2 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
.sign { background: #fff3c4; color: #5c4300; padding: .5rem .75rem; border-radius: 8px; font-size: .9rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 1rem 0; } dt { color: #566; } dd { margin: 0; overflow-wrap: anywhere; }
label { display: block; margin: .75rem 0 .25rem; } label.inline { display: inline-block; margin: .2rem .8rem .2rem 0; font-size: .9rem; }
input, select { font: inherit; padding: .5rem; border: 1px solid #98a2b3; border-radius: 8px; max-width: 100%; box-sizing: border-box; }
button { font: inherit; padding: .6rem 1rem; border: 1px solid #98a2b3; border-radius: 8px; background: #fff; cursor: pointer; min-height: 44px; }
button.first { background: #0b5fae; border-color: #0b5fae; color: #fff; }
.choices { display: grid; gap: .5rem; margin: 1rem 0; } details { margin: 1rem 0; } summary { cursor: pointer; padding: .4rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; } th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid #dde; vertical-align: top; }
.scroll { overflow-x: auto; } code { overflow-wrap: anywhere; } a { color: #0b5fae; } nav { text-align: right; }
:focus-visible { outline: 3px solid #f59e0b; outline-offset: 2px; }
`

/** Sends the shopper on without a click where scripts run; the button does the same without. */
const continueScript = 'document.querySelector("form[data-continue]")?.submit()'

export function registerPageFiles(app: FastifyInstance): void {
  app.get('/pages/style.css', async (_, reply) => reply.type('text/css; charset=utf-8').send(style))
  app.get('/pages/continue.js', async (_, reply) => reply.type('text/javascript; charset=utf-8').send(continueScript))
}

type Page = { language: Language; title: string; content: Html; isWide?: boolean; script?: 'continue' }

/** Sends a whole page that loads nothing from anywhere else. */
export function sendPage(reply: FastifyReply, page: Page): FastifyReply {
  const document = html`<!doctype html>
<html lang="${page.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${page.title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/pages/style.css">
</head><body><main class="${page.isWide ? 'wide' : ''}">${page.content}</main>
${page.script === 'continue' ? html`<script src="/pages/continue.js"></script>` : null}</body></html>`
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
    )
    .header('referrer-policy', 'no-referrer')
    .header('x-content-type-options', 'nosniff')
    .send(document.text)
}
