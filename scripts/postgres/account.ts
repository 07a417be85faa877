import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { PlainFailure } from '../command.ts'

/** The account "nobody" has this number on every Linux. */
const NOBODY = 65_534

/** How PostgreSQL's programs are started, given that they refuse to run as root. */
export type PostgresAccount = {
  readonly name: 'this user' | 'user namespace' | 'nobody'
  /** The program and arguments to spawn instead, and as whom. */
  commandFor(program: string, args: readonly string[]): { file: string; args: string[]; uid?: number; gid?: number }
  /** Gives files to the account that PostgreSQL runs as. */
  own(fileOrFolder: string): void
}

const thisUser: PostgresAccount = {
  name: 'this user',
  commandFor: (program, args) => ({ file: program, args: [...args] }),
  own: () => {},
}

// Root outside, user 1 inside: files stay root's, and unshare replaces itself, so the pid is the program's own.
const USER_NAMESPACE = ['--user', '--map-user=1', '--map-group=1']

const userNamespace: PostgresAccount = {
  name: 'user namespace',
  commandFor: (program, args) => ({ file: 'unshare', args: [...USER_NAMESPACE, program, ...args] }),
  own: () => {},
}

const nobody: PostgresAccount = {
  name: 'nobody',
  commandFor: (program, args) => ({ file: program, args: [...args], uid: NOBODY, gid: NOBODY }),
  own: ownByNobody,
}

/** Decides as whom PostgreSQL runs: as this user, and for root inside a user namespace or as nobody. */
export function choosePostgresAccount(postgresBinary: string, folder: string): PostgresAccount {
  if (process.getuid?.() !== 0) return thisUser
  const trial = userNamespace.commandFor(postgresBinary, ['--version'])
  if (spawnSync(trial.file, trial.args).status === 0) return userNamespace
  const closed = [postgresBinary, folder].map(closedFolderAbove).find((found) => found !== null)
  if (closed === undefined && runsAsNobody(postgresBinary)) return nobody
  const why = closed === undefined ? 'the user nobody cannot run it' : `the user nobody cannot enter ${closed}`
  throw new PlainFailure(
    `PostgreSQL refuses to run as root, this system allows no user namespaces and ${why}: ` +
      'run the command as an ordinary user, or move the clone to a folder that everyone may enter.',
  )
}

function runsAsNobody(postgresBinary: string): boolean {
  return spawnSync(postgresBinary, ['--version'], { uid: NOBODY, gid: NOBODY }).status === 0
}

/** The first folder on the way to a file that others may not enter; null when the way is open. */
function closedFolderAbove(file: string): string | null {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    // A folder that is still to be made will be open to all.
    const othersMayEnter = !existsSync(folder) || (statSync(folder).mode & 0o001) !== 0
    if (!othersMayEnter) return folder
    if (folder === path.dirname(folder)) return null
  }
}

function ownByNobody(fileOrFolder: string): void {
  chownSync(fileOrFolder, NOBODY, NOBODY)
  if (!statSync(fileOrFolder).isDirectory()) return
  for (const name of readdirSync(fileOrFolder)) ownByNobody(path.join(fileOrFolder, name))
}
