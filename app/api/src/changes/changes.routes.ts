import { getPageChanges } from '@dhakacart/contract/changes.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { register } from '../register.ts'
import { listPageChanges } from './changes.service.ts'

export function registerChanges(app: FastifyInstance, db: Db): void {
  register(app, getPageChanges, async ({ query }, reply) => {
    reply.header('cache-control', 'no-store')
    return listPageChanges(db, query.since)
  })
}
