/** What a build made, as dist/manifest.json says. */
export type Manifest = {
  /** Hash of everything the build read. */
  sources: string
  /** The service worker, whole: it is served at an address of its own. */
  serviceWorker: string
  /** File in dist/ with the views for the server. */
  views: string
  script: LoadedFile
  style: LoadedFile
  /** Scripts by file name: what each was made of and which others it needs at once. */
  scripts: Record<string, { source: string | null; imports: string[] }>
  /** Address by path in assets/. */
  urls: Record<string, string>
  /** Names in dist/assets/ that this build made, without their compressed forms. */
  files: string[]
}

export type LoadedFile = { url: string; integrity: string }
