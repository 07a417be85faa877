import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runOrFail } from '../processes/program.ts'

const root = path.resolve(import.meta.dirname, '..', '..')

/** What images are made of, by name. */
export type Sources = {
  /** The commit, and where files differ from it a hash of how: the release that processes name, and the tag of the images. */
  readonly release: string
  readonly revision: string
  /** Seconds since 1970. The images carry this time and no other. */
  readonly committedAt: number
}

/** Names what lies here now: the same files, the same name. */
export async function nameSources(): Promise<Sources> {
  const git = (...args: string[]) => runOrFail('read the commit', 'git', args, { cwd: root })
  const [revision = '', committedAt = '0'] = (await git('log', '-1', '--format=%H %ct')).trim().split(' ')
  const changed = await git('diff', 'HEAD', '--binary')
  const added = (await git('ls-files', '-z', '--others', '--exclude-standard'))
    .split('\0')
    .filter((file) => file !== '')
  const commit = revision.slice(0, 10)
  const release = changed === '' && added.length === 0 ? commit : `${commit}-${hashOf(changed, added)}`
  return { release, revision, committedAt: Number(committedAt) }
}

function hashOf(changed: string, added: readonly string[]): string {
  const hash = createHash('sha256').update(changed)
  for (const file of added) {
    const place = path.join(root, file)
    if (existsSync(place)) hash.update(`\0${file}\0`).update(readFileSync(place))
  }
  return hash.digest('hex').slice(0, 8)
}
