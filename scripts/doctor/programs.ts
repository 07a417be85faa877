import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { findRenderer } from '../check/manifests/renderer.ts'
import { PlainFailure } from '../command.ts'
import { choosePostgresAccount } from '../postgres/account.ts'
import { findPostgresBinaries } from '../postgres/binaries.ts'
import { CHROMIUM_REMEDY, findChromium } from '../testing/chromium.ts'
import { advice, type Finding, missing, ok } from './findings.ts'

const OLDEST_NPM = 10

export function examineNode(): Finding {
  // bootstrap.mjs has refused an older one, and runs this with the pinned one only when it works.
  const outer = process.env.DHAKACART_STARTED_BY ?? 'the same'
  return ok('Node', `pinned ${process.version} runs (libatomic is there); yours is ${outer}`)
}

export function examineNpm(): Finding {
  const version = spawnSync('npm', ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? ''
  const major = Number.parseInt(version, 10)
  if (Number.isNaN(major)) return missing('npm', 'not found: install Node 20 or newer, which brings it')
  if (major < OLDEST_NPM) return missing('npm', `${version} is too old: npm install -g npm@${OLDEST_NPM}`)
  return ok('npm', version)
}

/** Runs PostgreSQL's program as the account that would run the server, which is what fails for root in some containers. */
export function examinePostgres(dataFolder: string): Finding {
  try {
    const { postgres, version } = findPostgresBinaries()
    const account = choosePostgresAccount(postgres, dataFolder)
    const { file, args, ...as } = account.commandFor(postgres, ['--version'])
    const trial = spawnSync(file, args, { ...as, encoding: 'utf8' })
    if (trial.status === 0) return ok('PostgreSQL', `${version} runs as ${account.name}`)
    return missing('PostgreSQL', `does not run: ${(trial.stderr || trial.error?.message || '').trim()}`)
  } catch (error) {
    if (error instanceof PlainFailure) return missing('PostgreSQL', error.message)
    throw error
  }
}

export function examineGit(): Finding {
  const { status, stdout } = spawnSync('git', ['--version'], { encoding: 'utf8' })
  if (status === 0) return ok('git', stdout.trim().replace('git version ', ''))
  return advice('git', 'not found: npm run check needs it (Debian: apt-get install git)')
}

export function examineChromium(): Finding {
  const found = findChromium()
  if (found === null) return advice('Chromium', `not found: npm run test:browser needs it; ${CHROMIUM_REMEDY}`)
  const trial = spawnSync(found, ['--version'], { encoding: 'utf8' })
  if (trial.status === 0) return ok('Chromium', `${trial.stdout.trim()} (${found})`)
  return advice('Chromium', `${found} does not run: ${CHROMIUM_REMEDY}`)
}

/** Renders the manifests for npm run check. */
export function examineKustomize(): Finding {
  const renderer = findRenderer()
  if (renderer === null) {
    return advice('kustomize', 'not found: npm run check needs it, or kubectl (kubernetes.io/docs/tasks/tools)')
  }
  return ok('kustomize', `${renderer.program} ${renderer.version}`)
}

/** What images are built with. */
export function examineDocker(): Finding {
  const { status, stdout } = spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], { encoding: 'utf8' })
  if (status !== 0) return advice('Docker', 'does not answer: npm run images needs it (docs.docker.com)')
  return ok('Docker', stdout.trim())
}
