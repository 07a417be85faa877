/** Put in place by the build of the views. */
declare const assetUrls: Readonly<Record<string, string>>

/** Where a file of assets/ is served: a name with its content's hash. Throws for a file that does not exist. */
export function assetUrl(path: string): string {
  const url = assetUrls[path]
  if (url === undefined) throw new Error(`assets/ has no ${path}`)
  return url
}

/** Whether assets/ has this file. */
export function hasAsset(path: string): boolean {
  return assetUrls[path] !== undefined
}
