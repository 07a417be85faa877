import { randomUUID } from 'node:crypto'
import type { Import } from '@dhakacart/contract/console-imports.schema.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { workOnImports } from '../imports/imports.service.ts'
import type { signInAsStaff } from './staff.ts'
import type { TestApi } from './test-api.ts'

const log = createLog({ process: 'worker', release: 'test', level: 'silent' })

/** Sends files as the console does, and works through them as the worker does. */
export function createImporter(api: TestApi, staff: Awaited<ReturnType<typeof signInAsStaff>>) {
  const send = (
    kind: string,
    content: string | Buffer,
    key: string = randomUUID(),
    headers: Record<string, string> = {},
  ) =>
    api.inject({
      method: 'POST',
      url: `/api/console/imports?kind=${kind}&fileName=test.csv`,
      headers: { cookie: staff.cookie, 'content-type': 'text/csv', 'idempotency-key': key, ...headers },
      payload: content,
    })
  const read = async (id: number): Promise<Import> => (await staff.send('GET', `/api/console/imports/${id}`)).json()
  const apply = (id: number, skipsProblems = false) =>
    staff.send('PUT', `/api/console/imports/${id}/application`, { skipsProblems })
  async function workThrough() {
    while ((await workOnImports(api.db, log)) > 0);
  }
  async function check(kind: string, content: string): Promise<Import> {
    const answer = await send(kind, content)
    if (answer.statusCode !== 200) throw new Error(answer.body)
    await workThrough()
    return read(answer.json().id)
  }
  /** `line column code` of every problem. */
  async function problems(id: number): Promise<string[]> {
    const { rows } = (await staff.send('GET', `/api/console/imports/${id}/problems?limit=100`)).json()
    return rows.flatMap(
      ({ line, problems: found }: { line: number; problems: { column: string | null; code: string }[] }) =>
        found.map(({ column, code }) => `${line} ${column} ${code}`),
    )
  }
  /** Checks a file, applies it and returns what became of it. */
  async function run(kind: string, content: string, skipsProblems = false): Promise<Import> {
    const { id } = await check(kind, content)
    const answer = await apply(id, skipsProblems)
    if (answer.statusCode !== 200) throw new Error(`${answer.body} ${await problems(id)}`)
    await workThrough()
    return read(id)
  }
  return { send, read, apply, check, problems, run, workThrough, log }
}
