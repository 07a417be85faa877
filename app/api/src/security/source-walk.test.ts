import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readProductSources } from './product-sources.ts'

type Ban = {
  /** What holds as long as the pattern is found nowhere but in these files. */
  title: string
  pattern: RegExp
  /** Something that the pattern must find, so that it cannot be one that finds nothing. */
  samples: string[]
  /** Files that may hold it, each with the reason. */
  allowed?: Record<string, string>
}

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: samples are code as text.
const bans: Ban[] = [
  {
    title: 'no process of the shop starts another program or a shell',
    pattern: /['"](?:node:)?(?:child_process|cluster)['"]|process\.binding/,
    samples: ["import { exec } from 'node:child_process'", 'require("child_process")'],
  },
  {
    title: 'no code is made from text',
    pattern: /\beval\(|\bnew Function\(|\bFunction\(|['"](?:node:)?vm['"]|set(?:Timeout|Interval)\(\s*['"`]/,
    samples: ['eval(text)', "new Function('a', text)", "from 'node:vm'", "setTimeout('run()', 1)"],
    allowed: { 'app/service-kit/src/memory.ts': 'asks V8 for its collector by a constant name' },
  },
  {
    title: 'no regular expression is made from what somebody typed',
    pattern: /\bRegExp\(/,
    samples: ['new RegExp(words)', 'RegExp(words)'],
    allowed: {
      'app/console/src/pages/products/product-validation.ts': 'the pattern of a schema of the contract, in the browser',
    },
  },
  {
    title: 'no page and no message is made from a template that came as text',
    pattern:
      /\binnerHTML\b|dangerouslySetInnerHTML|insertAdjacentHTML|document\.write|srcdoc|['"](?:handlebars|ejs|pug|mustache|nunjucks|eta|liquidjs)['"]/i,
    samples: ['element.innerHTML = text', '<p dangerouslySetInnerHTML={{ __html: text }} />', "from 'ejs'"],
    allowed: {
      'app/storefront/src/islands/island.tsx': 'what React wrote of a component, escaped by it',
      'app/storefront/src/layout/header.tsx': 'what React wrote of the menu, once for all pages',
    },
  },
  {
    title: 'no text is filled in by a format string, and no line of the log has words that are not in the code',
    pattern: /util\.(?:format|inspect)|['"](?:node:)?util['"].*\bformat\b|\blog(?:\.\w+|\[\w+\])\([^'"\n]*`/,
    samples: [
      'util.format(words, 1)',
      'log.info(`hello ${name}`)',
      'request.log.warn({ id }, `hello ${name}`)',
      'log[level]({ id }, `hello`)',
    ],
  },
  {
    title: 'pages hold nothing that browsers gave up: no plug-ins, applets or frames',
    pattern:
      /<(?:object|embed|applet|frame|frameset|iframe|marquee|bgsound)(?: [a-zA-Z-]+=|\s*\/>)|x-shockwave|ActiveXObject|silverlight/,
    samples: ['<object data="a.swf">', '<applet code="a">', 'new ActiveXObject("x")'],
  },
  {
    title: 'nothing lets a certificate pass that was not checked, or an old version of TLS',
    pattern:
      /rejectUnauthorized:(?!\s*true\b)|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity|secureProtocol|minVersion|no-verify|ALLOW_INSECURE|ciphers:/,
    samples: [
      '{ rejectUnauthorized: false }',
      "process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'",
      "tls: { minVersion: 'TLSv1' }",
    ],
    allowed: { 'app/database/src/server-address.ts': 'says what in an address of the database is not listened to' },
  },
  {
    title: 'processes write their log to stdout alone, and nothing else anywhere',
    pattern:
      /console\.(?:log|error|warn|info|debug)\(|\b(?:write|append)File(?:Sync)?\(|createWriteStream|pino\.(?:transport|destination)/,
    samples: ['console.log(order)', 'appendFileSync(file, line)', "pino.transport({ target: 'x' })"],
    allowed: {
      'app/api/src/pictures/pictures.copy.ts': 'a command, which answers whoever typed it',
      'app/api/src/staff/create-owner.ts': 'a command, which answers whoever typed it',
      'app/api/src/staff/demo-staff.ts':
        'a command of the laptop, which keeps its random passwords in a file of mode 600',
      'app/database/src/command-failure.ts': 'how commands say why they failed',
      'app/database/src/generate.ts': 'a command, which writes the schema into the repository',
      'app/database/src/migrate.ts': 'a command, which answers whoever typed it',
      'app/database/src/seed.ts': 'a command, which answers whoever typed it',
      'app/service-kit/src/built-files/write-files.ts': 'the build, before any process starts',
    },
  },
  {
    title: 'nothing keeps anybody from pasting or from a password manager',
    pattern:
      /onPaste|['"]paste['"]|onCopy|type="password"(?![^>]*autoComplete=)(?=[^>]*\/>)|data-(?:lpignore|1p-ignore)/,
    samples: ['<input onPaste={stop} />', '<input type="password" name="p" />', "addEventListener('paste', stop)"],
  },
  {
    title: 'no page opens a socket or hears messages of other windows',
    pattern: /\bnew (?:WebSocket|EventSource|RTCPeerConnection|BroadcastChannel)\b|postMessage|['"]message['"],\s*\(/,
    samples: ["new WebSocket('wss://x')", 'window.postMessage(x)', "addEventListener('message', (event) => 1)"],
  },
  {
    title: 'what is not to be guessed never comes from Math.random',
    pattern: /Math\.random/,
    samples: ['Math.random()'],
    allowed: {
      'app/api/src/orders/orders.patience.ts': 'spreads the pauses between tries',
      'app/service-kit/src/admission/admission.ts': 'spreads when those who were turned away come again',
      'app/service-kit/src/cache/circuit-breaker.ts': 'spreads when processes try the cache again',
      'app/storefront/src/browser/waiting-room.ts': 'spreads when those who wait ask again',
      'app/storefront/src/pages/waiting-room/room-props.ts': 'spreads when pages without a script look again',
    },
  },
  {
    title: 'no debugger, inspector or other mode for developers is in what runs',
    pattern: /\bdebugger\b;?$|--inspect|['"](?:node:)?(?:inspector|repl)['"]|NODE_ENV|DEBUG\b(?!_)/m,
    samples: ['debugger', "from 'node:inspector'", "if (process.env['NODE_ENV'] === 'x')"],
  },
]
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: samples are code as text.

const sources = readProductSources()

for (const { title, pattern, samples, allowed = {} } of bans) {
  test(title, () => {
    for (const sample of samples) assert.match(sample, pattern)
    const found = sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)
    assert.deepEqual(found, Object.keys(allowed).toSorted())
  })
}

test('the browser keeps language, theme and the page for being offline, and nothing of anybody', () => {
  const keepers = sources.filter(({ text }) =>
    /localStorage|sessionStorage|indexedDB|document\.cookie|caches\./.test(text),
  )
  const keys: Record<string, string> = {
    'app/console/src/theme.ts': "const key = 'console-theme'",
    'app/console/src/words.ts': "const key = 'console-language'",
    'app/storefront/src/browser/service-worker.ts': '(await caches.open(offlineFiles.name)).addAll(offlineFiles.paths)',
  }
  assert.deepEqual(
    keepers.map(({ path }) => path),
    Object.keys(keys),
  )
  for (const { path, text } of keepers) {
    assert.ok(text.includes(keys[path] as string), path)
    // One way in: the key above with a choice of two or three words, or the list of files.
    const writes = text.match(/setItem\(([^)]*)\)|cache\.put|\.addAll\(/g) ?? []
    assert.ok(writes.length === 1 && /^setItem\(key, next\)$|^\.addAll\($/.test(writes[0] ?? ''), `${path}: ${writes}`)
  }
})

test('api and worker open connections to others in one place alone', () => {
  const doors = /\bfetch\(|['"]undici['"]|['"](?:node:)?(?:https?|http2|net|tls|dgram|dns)['"]|\bWebSocket\b|nodemailer/
  for (const sample of ['await fetch(url)', "from 'undici'", "from 'node:https'", "from 'node:net'"])
    assert.match(sample, doors)
  const found = sources.filter(({ path, text }) => path.startsWith('app/api/') && doors.test(text))
  assert.deepEqual(
    found.map(({ path }) => path),
    [
      // Asks only whether a text is an address.
      'app/api/src/codes/codes.limits.ts',
      // SMTP, to the one server that SMTP_URL names.
      'app/api/src/messages/providers/smtp.ts',
      'app/api/src/outgoing/outgoing.ts',
      'app/api/src/outgoing/outside-lookup.ts',
    ],
  )
})

test('no call to another server follows where that server points', () => {
  const callers = sources.filter(({ path, text }) => path.startsWith('app/api/') && /\bfetch\(/.test(text))
  assert.deepEqual(
    callers.map(({ path, text }) => [path, text.match(/\bfetch\(/g)?.length]),
    [['app/api/src/outgoing/outgoing.ts', 1]],
  )
  // Dispatchers of undici follow only where an interceptor is added.
  assert.ok(!sources.some(({ text }) => /interceptors\.redirect|maxRedirections|RedirectHandler/.test(text)))
})
