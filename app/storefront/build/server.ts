import { createHash } from 'node:crypto'
import { build } from 'esbuild'

/**
 * Bundles the React views for the server: Node does not read JSX, and React decides when it is loaded, by NODE_ENV,
 * whether it is the slow development one. The rest of the server runs as it is written.
 */
export async function buildServer(
  folder: string,
  assetUrls: Record<string, string>,
): Promise<{ views: string; viewsContent: Uint8Array }> {
  const result = await build({
    absWorkingDir: folder,
    entryPoints: ['src/render/views.tsx'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    write: false,
    jsx: 'automatic',
    sourcemap: 'inline',
    sourcesContent: false,
    define: { 'process.env.NODE_ENV': '"production"', assetUrls: JSON.stringify(assetUrls) },
    // React's server build is CommonJS and asks for modules of Node.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  })
  const content = result.outputFiles[0]?.contents
  if (!content) throw new Error('the build made no views')
  // A new name per content: a process that is being replaced keeps importing the one it was built with.
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
  return { views: `views-${hash}.js`, viewsContent: content }
}
