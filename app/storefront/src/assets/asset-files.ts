import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { immutableCacheControl } from '../security-headers.ts'
import { compressible, type Manifest } from './manifest.ts'

type Encoding = 'br' | 'gzip'
type AssetFile = { type: string; plain: Buffer; br: Buffer | null; gzip: Buffer | null }

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
/** What the build writes: letters, digits and dashes with a hash at the end. Nothing that leaves the folder. */
const namePattern = /^[A-Za-z0-9_-]{1,100}-[A-Za-z0-9]{8,12}\.[a-z0-9]{2,12}$/

/** Serves /assets/ from memory. Files of earlier builds, or of a newer one while processes are replaced, are read when asked for. */
export async function assetFiles(app: FastifyInstance, { dist, manifest }: { dist: string; manifest: Manifest }) {
  const folder = join(dist, 'assets')
  const files = new Map<string, AssetFile>()
  for (const name of manifest.files) {
    const file = await readAsset(folder, name)
    if (file) files.set(name, file)
  }
  app.get<{ Params: { name: string } }>('/assets/:name', async (request, reply) => {
    const { name } = request.params
    let file = files.get(name) ?? null
    if (!file && namePattern.test(name)) {
      file = await readAsset(folder, name)
      if (file) files.set(name, file)
    }
    if (!file) return reply.callNotFound()
    const encoding = chooseEncoding(request.headers['accept-encoding'], file)
    reply.headers({ 'content-type': file.type, 'cache-control': immutableCacheControl, vary: 'accept-encoding' })
    if (encoding) reply.header('content-encoding', encoding)
    return reply.send((encoding && file[encoding]) ?? file.plain)
  })
}

function chooseEncoding(accepted: string | undefined, file: AssetFile): Encoding | null {
  if (file.br && accepted?.includes('br')) return 'br'
  if (file.gzip && accepted?.includes('gzip')) return 'gzip'
  return null
}

async function readAsset(folder: string, name: string): Promise<AssetFile | null> {
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
