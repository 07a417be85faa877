import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build, type Plugin } from 'esbuild'

type WholePage = {
  renderToString: (input: object) => string
  /** gzip -9 of the one script that hydrates everything. */
  browserBytes: number
}

/** The product page, and it alone, as one React tree that a browser takes over whole: what we compare the islands with. */
export async function wholePageBundle(folder: string, assetUrls: Record<string, string>): Promise<WholePage> {
  const shared: BuildOptions = {
    absWorkingDir: folder,
    bundle: true,
    format: 'esm',
    write: false,
    minify: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', assetUrls: JSON.stringify(assetUrls) },
    plugins: [islandsInPlace],
  }
  const page = `
    import { ProductView } from './src/pages/product/product.view.tsx'
    import { Header } from './src/layout/header.tsx'
    import { Footer } from './src/layout/footer.tsx'
    import { shops } from './src/shop.ts'
    export function Page({ props, frame }) {
      const shop = shops[frame.language]
      return <><Header shop={shop} categories={frame.categories} path={frame.path} searchText={frame.searchText} />
        <main id="content"><ProductView {...props} shop={shop} /></main><Footer shop={shop} /></>
    }`
  const stdin = (contents: string) => ({ contents: page + contents, resolveDir: folder, loader: 'tsx' as const })
  const server = await build({
    ...shared,
    platform: 'node',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    stdin: stdin(`
      import { renderToString as render } from 'react-dom/server'
      export const renderToString = (input) => render(<Page {...input} />)`),
  })
  const browser = await build({
    ...shared,
    stdin: stdin(`
      import { hydrateRoot } from 'react-dom/client'
      hydrateRoot(document.body, <Page {...JSON.parse(document.scripts[0].text)} />)`),
  })
  const file = join(folder, 'dist', `whole-page-${process.pid}.js`)
  writeFileSync(file, server.outputFiles?.[0]?.contents ?? '')
  const { renderToString } = (await import(pathToFileURL(file).href)) as Pick<WholePage, 'renderToString'>
  const script = browser.outputFiles?.[0]?.contents ?? new Uint8Array()
  return { renderToString, browserBytes: gzipSync(script, { level: 9 }).length }
}

/** Islands as ordinary components, and the menu as ordinary markup, since here one tree holds them all. */
const islandsInPlace: Plugin = {
  name: 'islands-in-place',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/island\.tsx$/ }, () => ({ path: 'island', namespace: 'whole' }))
    onResolve({ filter: /^react-dom\/server$/ }, ({ importer, resolveDir }) =>
      importer.endsWith('.tsx') && resolveDir.includes('src') ? { path: 'server', namespace: 'whole' } : null,
    )
    onLoad({ filter: /^island$/, namespace: 'whole' }, () => ({
      contents: 'export function Island({ component: Component, props }) { return <Component {...props} /> }',
      loader: 'tsx',
      resolveDir: join(import.meta.dirname, '..'),
    }))
    onLoad({ filter: /^server$/, namespace: 'whole' }, () => ({
      contents: "export const renderToStaticMarkup = () => ''; export const renderToString = () => ''",
      loader: 'js',
    }))
  },
}
