import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { HOUSE_RULES } from './check/house-rules.ts'
import { findManifestProblems } from './check/manifests/check-manifests.ts'
import { readSourceFiles } from './check/source-file.ts'
import { PlainFailure, runCommand } from './command.ts'

const root = path.resolve(import.meta.dirname, '..')
const LIMIT_MS = 5 * 60_000

type Finding = { readonly title: string; readonly isClean: boolean; readonly output: string; readonly seconds: number }

const TOOLS = [
  { title: 'types', program: 'tsc', args: ['--noEmit', '-p', '.'] },
  {
    title: 'lint and format',
    program: 'biome',
    args: ['ci', '--colors=off', '--error-on-warnings', '--diagnostic-level=warn', '.'],
  },
  { title: 'unused code and dependencies', program: 'knip', args: ['--no-progress'] },
] as const

/** npm run check: types, lint, format, unused code, manifests and the rules of the house, all together. */
async function check(): Promise<number> {
  const findings = await Promise.all([...TOOLS.map(runTool), checkManifests(), checkHouseRules()])
  for (const { title, isClean, output, seconds } of findings) {
    process.stdout.write(`${isClean ? '✓' : '✗'} ${title} (${seconds.toFixed(1)} s)\n`)
    if (!isClean) process.stdout.write(`${output.trimEnd()}\n\n`)
  }
  const failed = findings.filter(({ isClean }) => !isClean)
  process.stdout.write(
    failed.length === 0 ? 'All clean.\n' : `Not clean: ${failed.map(({ title }) => title).join(', ')}.\n`,
  )
  return failed.length === 0 ? 0 : 1
}

function runTool({ title, program, args }: (typeof TOOLS)[number]): Promise<Finding> {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const child = spawn(path.join(root, 'node_modules', '.bin', program), args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LIMIT_MS,
      // knip is a script for node: the pinned one, not the one that npm was started with.
      env: { ...process.env, PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH ?? ''}` },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text: string) => {
        output += text
      })
    }
    const end = (isClean: boolean) =>
      resolve({ title, isClean, output, seconds: (performance.now() - startedAt) / 1000 })
    child.once('error', (error) => {
      output += error.message
      end(false)
    })
    child.once('close', (code) => end(code === 0))
  })
}

/** Every overlay rendered, held against the schemas of the API server and the add-ons, and against rules of ours. */
async function checkManifests(): Promise<Finding> {
  const startedAt = performance.now()
  const { count, problems } = await findManifestProblems().catch((error: unknown) => {
    if (!(error instanceof PlainFailure)) throw error
    return { count: 0, problems: [error.message] }
  })
  return {
    title: `manifests (${count} objects)`,
    isClean: problems.length === 0,
    output: problems.join('\n'),
    seconds: (performance.now() - startedAt) / 1000,
  }
}

async function checkHouseRules(): Promise<Finding> {
  const startedAt = performance.now()
  const files = readSourceFiles()
  const lines = HOUSE_RULES.flatMap((rule) =>
    rule.find(files).map(({ path: file, line, sentence }) => `${file}:${line}  ${rule.name}: ${sentence}`),
  )
  return {
    title: `house rules (${HOUSE_RULES.length} over ${files.length} files)`,
    isClean: lines.length === 0,
    output: lines.join('\n'),
    seconds: (performance.now() - startedAt) / 1000,
  }
}

await runCommand(check)
