import { parseQuestion, readRoleTable } from '../check/manifests/role-access.ts'
import { kubectl } from '../cluster/kubectl.ts'
import { namespace } from '../cluster/place.ts'

/** Asks the API server itself, as somebody of each group would be answered; all questions at once. */
export async function walkRoles(): Promise<{ tried: number; found: string[] }> {
  const questions = Object.entries(readRoleTable()).flatMap(([role, { groups, may, mayNot }]) => [
    ...may.map((question) => ({ role, groups, question, isExpected: true })),
    ...mayNot.map((question) => ({ role, groups, question, isExpected: false })),
  ])
  const items = questions.map(({ groups, question }) => ({
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SubjectAccessReview',
    spec: { user: 'somebody', groups, resourceAttributes: { namespace, ...parseQuestion(question) } },
  }))
  const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items })
  const text = await kubectl(
    'ask who may do what',
    ['create', '--filename=-', '--output=jsonpath={.status.allowed}{"\\n"}'],
    { input },
  )
  const answers = text.trim().split('\n')
  const found = questions.flatMap(({ role, question, isExpected }, index) => {
    const isAllowed = answers[index] === 'true'
    return isAllowed === isExpected ? [] : [`${role} ${isAllowed ? 'may' : 'may not'} ${question}`]
  })
  return { tried: answers.length, found }
}
