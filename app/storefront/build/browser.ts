import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, extname, join, relative } from 'node:path'
import { filesBelow } from '@dhakacart/service-kit/built-files/fingerprint.ts'
import { build, type Metafile } from 'esbuild'
import type { LoadedFile, Manifest } from '../src/assets/manifest.ts'

/** Browsers that hydrate: modules, dynamic import, CSS layers and :has. Older ones get the same pages without JavaScript. */
const targets = ['chrome105', 'firefox121', 'safari15.4']

export type BrowserBuild = {
  /** Content by name; every name holds the hash of the content. */
  contents: Map<string, Uint8Array>
  /** Where a file of assets/ is served, by its path in there. */
  urls: Record<string, string>
  script: LoadedFile
  scripts: Manifest['scripts']
  style: LoadedFile
}

/** Bundles the scripts and the style sheet, and names every file of assets/ after its content. */
export async function buildBrowser(folder: string): Promise<BrowserBuild> {
  const contents = new Map<string, Uint8Array>()
  const result = await build({
    absWorkingDir: folder,
    entryPoints: { main: 'src/browser/main.ts', style: 'src/styles/main.css' },
    outdir: 'dist/assets',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    write: false,
    metafile: true,
    jsx: 'automatic',
    target: targets,
    define: { 'process.env.NODE_ENV': '"production"' },
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    legalComments: 'none',
  })
  for (const file of result.outputFiles) contents.set(basename(file.path), file.contents)
  const outputOf = (source: string) => {
    const found = Object.entries(result.metafile.outputs).find(([, output]) => output.entryPoint === source)
    if (!found) throw new Error(`the build made nothing of ${source}`)
    return loadedFile(basename(found[0]), contents)
  }
  const urls: Record<string, string> = {}
  const assets = join(folder, 'assets')
  for (const path of filesBelow(assets)) {
    if (extname(path) === '.ts' || basename(path) === 'README.md') continue
    const content = readFileSync(path)
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
    const name = `${basename(path, extname(path))}-${hash}${extname(path)}`
    contents.set(name, content)
    urls[relative(assets, path)] = `/assets/${name}`
  }
  return {
    contents,
    urls,
    script: outputOf('src/browser/main.ts'),
    scripts: scriptsOf(result.metafile),
    style: outputOf('src/styles/main.css'),
  }
}

function scriptsOf({ outputs }: Metafile): Manifest['scripts'] {
  const scripts = Object.entries(outputs).filter(([path]) => path.endsWith('.js'))
  return Object.fromEntries(
    scripts.map(([path, { entryPoint, imports }]) => {
      const needed = imports.filter(({ kind, external }) => kind === 'import-statement' && !external)
      return [basename(path), { source: entryPoint ?? null, imports: needed.map((one) => basename(one.path)) }]
    }),
  )
}

function loadedFile(name: string, contents: Map<string, Uint8Array>): LoadedFile {
  const content = contents.get(name)
  if (!content) throw new Error(`the build lost ${name}`)
  return { url: `/assets/${name}`, integrity: `sha384-${createHash('sha384').update(content).digest('base64')}` }
}
