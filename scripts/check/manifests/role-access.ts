import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { Manifest } from './manifest.ts'

/** One question of `kubectl auth can-i`: a verb, and a resource as resource.group/subresource. */
type Question = string
type RoleAccess = {
  readonly groups: readonly string[]
  readonly may: readonly Question[]
  readonly mayNot: readonly Question[]
}
export type RoleTable = Readonly<Record<string, RoleAccess>>

type Role = Manifest & { rules: readonly { apiGroups: string[]; resources: string[]; verbs: string[] }[] }
type Binding = Manifest & { roleRef: { kind: string; name: string }; subjects?: { kind: string; name: string }[] }

const file = path.resolve(import.meta.dirname, '..', '..', '..', 'platform', 'kubernetes', 'roles.yaml')

/** platform/kubernetes/roles.yaml. */
export function readRoleTable(text = readFileSync(file, 'utf8')): RoleTable {
  return parse(text) as RoleTable
}

/**
 * Where the roles and bindings of an overlay give another answer than the table: one sentence each. A rule for everything (`*`)
 * and a role for the whole cluster are refused whoever has them.
 */
export function findRoleDifferences(table: RoleTable, manifests: readonly Manifest[]): string[] {
  const roles = manifests.filter(({ kind }) => kind === 'Role') as unknown as readonly Role[]
  const bindings = manifests.filter(({ kind }) => kind === 'RoleBinding') as unknown as readonly Binding[]
  const tooWide = [
    ...manifests
      .filter(({ kind }) => kind === 'ClusterRole' || kind === 'ClusterRoleBinding')
      .map(({ kind, metadata }) => `${kind} ${metadata.name} must be of the namespace alone`),
    ...roles
      .filter(({ rules }) =>
        rules.some((rule) => [...rule.apiGroups, ...rule.resources, ...rule.verbs].some((one) => one.includes('*'))),
      )
      .map(({ metadata }) => `Role ${metadata.name} must name what it allows, not *`),
  ]
  const answers = Object.entries(table).flatMap(([name, { groups, may, mayNot }]) => {
    const rules = rulesOf(groups, roles, bindings)
    const isAllowed = (question: Question) => rules.some((rule) => isAnswer(rule, question))
    return [
      ...may.filter((one) => !isAllowed(one)).map((one) => `${name} may not ${one}, and roles.yaml says that it may`),
      ...mayNot.filter(isAllowed).map((one) => `${name} may ${one}, and roles.yaml says that it may not`),
    ]
  })
  return [...tooWide, ...answers]
}

function rulesOf(groups: readonly string[], roles: readonly Role[], bindings: readonly Binding[]): Role['rules'] {
  const bound = bindings.filter(({ subjects }) =>
    subjects?.some(({ kind, name }) => kind === 'Group' && groups.includes(name)),
  )
  return bound.flatMap(({ roleRef }) => roles.find(({ metadata }) => metadata.name === roleRef.name)?.rules ?? [])
}

function isAnswer({ apiGroups, resources, verbs }: Role['rules'][number], question: Question): boolean {
  const { verb, resource, group, subresource } = parseQuestion(question)
  const asked = subresource === undefined ? resource : `${resource}/${subresource}`
  return apiGroups.includes(group) && resources.includes(asked) && verbs.includes(verb)
}

/** As an API server is asked. Throws where it is no question. */
export function parseQuestion(question: Question) {
  const [, verb, resource, group = '', subresource] = /^(\w+) (\w+)(?:\.([\w.]+))?(?:\/(\w+))?$/.exec(question) ?? []
  if (verb === undefined || resource === undefined) throw new Error(`roles.yaml: "${question}" is no question`)
  return { verb, resource, group, ...(subresource !== undefined && { subresource }) }
}
