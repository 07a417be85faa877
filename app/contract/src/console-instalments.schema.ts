import Type from 'typebox'
import { Instalments } from './payments.schema.ts'
import { defineStaffRoute } from './route.ts'
import { errorResponses, strict } from './shapes.ts'

/** The terms and the version an edit of them names. */
const VersionedTerms = Type.Object({ version: Type.Integer(), terms: Instalments })

const tags = ['console-settings']

export const getInstalmentTerms = defineStaffRoute({
  permission: 'overview.read',
  method: 'GET',
  url: '/api/console/instalments',
  schema: {
    summary: 'Which banks let a card pay in instalments, over how many months and at what fee',
    tags,
    response: { 200: VersionedTerms, ...errorResponses },
  },
})

export const saveInstalmentTerms = defineStaffRoute({
  permission: 'settings.write',
  method: 'PUT',
  url: '/api/console/instalments',
  schema: {
    summary: 'Changes all terms of instalments together',
    tags,
    body: strict({ version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }), terms: Instalments }),
    response: { 200: VersionedTerms, ...errorResponses },
  },
})
