// Given to every Node of an npm command with --import: packages that pack.ts has put into few files are read from there. It
// must stay plain enough for any Node that a command may start, and goes by where no pack fits what is installed.
import { readFileSync } from 'node:fs'
import * as modules from 'node:module'

const packages = new URL('../../node_modules/', import.meta.url)

function readJson(place) {
  try {
    return JSON.parse(readFileSync(new URL(place, packages), 'utf8'))
  } catch {
    return null
  }
}

/** Addresses of packed files by what an import names. */
function findPacked() {
  const index = readJson('.cache/packed/index.json')
  const found = new Map()
  for (const { name, version, files } of index === null ? [] : index.packages) {
    const installed = readJson(`${name}/package.json`)
    if (installed === null || installed.version !== version) continue
    for (const [specifier, file] of Object.entries(files)) {
      found.set(specifier, new URL(`.cache/packed/${file}`, packages).href)
    }
  }
  return found
}

if (modules.registerHooks !== undefined) {
  const packed = findPacked()
  modules.registerHooks({
    resolve(specifier, context, next) {
      const url = packed.get(specifier)
      return url === undefined ? next(specifier, context) : { url, format: 'module', shortCircuit: true }
    },
  })
}
