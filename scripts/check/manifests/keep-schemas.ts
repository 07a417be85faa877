import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { parseAllDocuments } from 'yaml'
import { PlainFailure, runCommand } from '../../command.ts'
import { overlayNames, renderForCheck, schemaFolder } from './check-manifests.ts'
import { extractSchema, type OpenApi, type Schema, schemaFileOf } from './schema.ts'

const USAGE = `node scripts/check/manifests/keep-schemas.ts --openapi FOLDER MANIFEST…
  Keeps the schema of every kind that an overlay uses, for npm run check. FOLDER is api/openapi-spec/v3 of the Kubernetes
  repository at the version that runs; each MANIFEST is an install manifest of an add-on, with its definitions.`

/** A definition of an add-on, as far as we read it. */
type Definition = {
  kind: string
  spec: {
    group: string
    names: { kind: string }
    versions: { name: string; schema: { openAPIV3Schema: Schema & { properties: Record<string, Schema> } } }[]
  }
}

const metadata = { $ref: '#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' }

/** To be run after the version of Kubernetes or of an add-on has changed. */
async function keepSchemas(): Promise<undefined> {
  const { values, positionals } = parseArgs({ options: { openapi: { type: 'string' } }, allowPositionals: true })
  const folder = values.openapi
  if (folder === undefined) throw new PlainFailure(USAGE)
  const definitions = positionals
    .flatMap((file) =>
      parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS() as Definition | null),
    )
    .filter((one): one is Definition => one?.kind === 'CustomResourceDefinition')
  const kinds = new Map<string, { apiVersion: string; kind: string }>()
  for (const overlay of overlayNames()) {
    for (const { apiVersion, kind } of await renderForCheck(overlay))
      kinds.set(`${apiVersion} ${kind}`, { apiVersion, kind })
  }
  mkdirSync(schemaFolder, { recursive: true })
  for (const { apiVersion, kind } of kinds.values()) {
    const openApi = readOpenApi(folder, apiVersion) ?? describe(folder, definitions, apiVersion, kind)
    const schema = extractSchema(openApi, apiVersion, kind)
    writeFileSync(path.join(schemaFolder, schemaFileOf(apiVersion, kind)), `${JSON.stringify(schema)}\n`)
  }
  process.stdout.write(`${kinds.size} schemas kept.\n`)
  return undefined
}

function readOpenApi(folder: string, apiVersion: string): OpenApi | null {
  const [version = '', group] = apiVersion.split('/').reverse()
  const file = path.join(
    folder,
    group === undefined ? `api__${version}_openapi.json` : `apis__${group}__${version}_openapi.json`,
  )
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as OpenApi) : null
}

/** What an API server would say of an add-on's kind, whose metadata are those of all objects. */
function describe(folder: string, definitions: readonly Definition[], apiVersion: string, kind: string): OpenApi {
  const [version = '', group = ''] = apiVersion.split('/').reverse()
  const found = definitions.find(({ spec }) => spec.group === group && spec.names.kind === kind)
  const schema = found?.spec.versions.find(({ name }) => name === version)?.schema.openAPIV3Schema
  const core = readOpenApi(folder, 'v1')
  if (schema === undefined || core === null)
    throw new PlainFailure(`No manifest defines ${apiVersion} ${kind}.\n${USAGE}`)
  const own = {
    ...schema,
    properties: { ...schema.properties, metadata },
    'x-kubernetes-group-version-kind': [{ group, version, kind }],
  }
  return { components: { schemas: { ...core.components.schemas, [`${group}.${kind}`]: own } } }
}

await runCommand(keepSchemas)
