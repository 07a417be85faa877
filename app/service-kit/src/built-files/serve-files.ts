import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'

type Encoding = 'br' | 'gzip'
type BuiltFile = { type: string; plain: Buffer; br: Buffer | null; gzip: Buffer | null }

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}
/** Files worth compressing; pictures are compressed by their nature. */
export const compressible = /\.(?:js|css|svg|webmanifest)$/
/** What a build writes: letters, digits and dashes with a hash at the end. Nothing that leaves the folder. */
const namePattern = /^[A-Za-z0-9_-]{1,100}-[A-Za-z0-9]{8,12}\.[a-z0-9]{2,12}$/
/** Files whose name holds the hash of their content. */
const immutableCacheControl = 'public, max-age=31536000, immutable'

type Built = {
  /** Path below which they are served, without a slash at the end. */
  prefix: string
  folder: string
  /** Names that the newest build made; these are kept in memory from the start. */
  names: readonly string[]
}

/** Serves built files from memory. Those of earlier builds, or of a newer one while processes are replaced, are read when asked for. */
export async function serveBuiltFiles(app: FastifyInstance, { prefix, folder, names }: Built): Promise<void> {
  const files = new Map<string, BuiltFile>()
  for (const name of names) {
    const file = await readBuiltFile(folder, name)
    if (file) files.set(name, file)
  }
  app.get<{ Params: { name: string } }>(`${prefix}/:name`, async (request, reply) => {
    const { name } = request.params
    let file = files.get(name) ?? null
    if (!file && namePattern.test(name)) {
      file = await readBuiltFile(folder, name)
      if (file) files.set(name, file)
    }
    if (!file) return reply.callNotFound()
    const encoding = chooseEncoding(request.headers['accept-encoding'], file)
    reply.headers({ 'content-type': file.type, 'cache-control': immutableCacheControl, vary: 'accept-encoding' })
    if (encoding) reply.header('content-encoding', encoding)
    return reply.send((encoding && file[encoding]) ?? file.plain)
  })
}

function chooseEncoding(accepted: string | undefined, file: BuiltFile): Encoding | null {
  if (file.br && accepted?.includes('br')) return 'br'
  if (file.gzip && accepted?.includes('gzip')) return 'gzip'
  return null
}

async function readBuiltFile(folder: string, name: string): Promise<BuiltFile | null> {
  const plain = await readIfThere(join(folder, name))
  const type = types[extname(name)]
  if (!plain || type === undefined) return null
  if (!compressible.test(name)) return { type, plain, br: null, gzip: null }
  const [br, gzip] = await Promise.all([
    readIfThere(join(folder, `${name}.br`)),
    readIfThere(join(folder, `${name}.gz`)),
  ])
  return { type, plain, br, gzip }
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
