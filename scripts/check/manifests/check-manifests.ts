import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { Manifest } from './manifest.ts'
import { MANIFEST_RULES } from './manifest-rules.ts'
import { findNetworkDifferences } from './network-paths.ts'
import { readNetworkTable } from './network-table.ts'
import { renderRelease } from './render.ts'
import { findRoleDifferences, readRoleTable } from './role-access.ts'
import { schemaFileOf } from './schema.ts'
import { findTimeOuts } from './time-outs.ts'

const root = path.resolve(import.meta.dirname, '..', '..', '..')
const overlays = path.join(root, 'platform', 'kubernetes', 'overlays')
export const schemaFolder = path.join(root, 'platform', 'kubernetes', 'schemas')
/** A field that nobody knows is told by every alternative of a schema; a person needs the first few. */
const MOST_PER_OBJECT = 3

export function overlayNames(): string[] {
  return readdirSync(overlays).toSorted()
}

const placeOf = (overlay: string) => path.join(overlays, overlay)

/** Renders every overlay and says what is wrong in it, one sentence each. Throws PlainFailure where there is no kustomize. */
export async function findManifestProblems(): Promise<{ count: number; problems: string[] }> {
  const schemas = new SchemaFolder()
  const network = readNetworkTable()
  const roles = readRoleTable()
  const problems: string[] = []
  let count = 0
  for (const overlay of overlayNames()) {
    const manifests = await renderForCheck(overlay)
    count += manifests.length
    const found = [
      ...manifests.flatMap((manifest) => schemas.problemsOf(manifest)),
      ...MANIFEST_RULES.flatMap((rule) => rule(manifests, overlay)),
      ...findNetworkDifferences(network, manifests, overlay),
      ...findRoleDifferences(roles, manifests),
      ...findTimeOuts(manifests),
    ]
    problems.push(...found.map((sentence) => `overlays/${overlay}: ${sentence}`))
  }
  return { count, problems }
}

/** The overlay with images of some release. */
export async function renderForCheck(overlay: string): Promise<Manifest[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dhakacart-manifests-'))
  try {
    return await renderRelease(placeOf(overlay), 'dhakacart', 'checked', folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The schemas that keep-schemas.ts keeps, compiled when the first object of a kind comes. */
class SchemaFolder {
  readonly #ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false })
  readonly #compiled = new Map<string, ValidateFunction>()

  problemsOf(manifest: Manifest): string[] {
    const { apiVersion, kind, metadata } = manifest
    const file = path.join(schemaFolder, schemaFileOf(apiVersion, kind))
    if (!existsSync(file)) {
      return [
        `${kind} ${metadata.name}: there is no schema of ${apiVersion} ${kind}; scripts/check/manifests/keep-schemas.ts keeps it`,
      ]
    }
    let validate = this.#compiled.get(file)
    if (validate === undefined) {
      validate = this.#ajv.compile(JSON.parse(readFileSync(file, 'utf8')))
      this.#compiled.set(file, validate)
    }
    if (validate(manifest)) return []
    const sentences = new Set((validate.errors ?? []).map((error) => `${kind} ${metadata.name}: ${describe(error)}`))
    return [...sentences].slice(0, MOST_PER_OBJECT)
  }
}

function describe({ instancePath, message, params }: ErrorObject): string {
  const unknown = (params as { additionalProperty?: string }).additionalProperty
  const place = instancePath.slice(1).replaceAll('/', '.') || 'the object'
  return unknown === undefined ? `${place} ${message}` : `${place} has no field ${unknown}`
}
