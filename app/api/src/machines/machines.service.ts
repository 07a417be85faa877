import { createHash } from 'node:crypto'
import type { Db } from '@dhakacart/database/connect.ts'
import { MachineCredentialRequired } from '../errors.ts'
import type { ServiceContext } from '../service-context.ts'
import * as credentials from './machines.repository.ts'

export type MachineScope = 'orders.export'

/** Lets a program in by its header `Bearer <token>`. Throws MACHINE_CREDENTIAL_REQUIRED. */
export async function admit(db: Db, authorization: string, scope: MachineScope): Promise<void> {
  const token = authorization.slice('Bearer '.length)
  if ((await credentials.useCredential(db, hashToken(token), scope)) === null) throw new MachineCredentialRequired()
}

/** Makes a credential and returns its token, which is kept nowhere; the same name again replaces the earlier one. */
export async function createCredential(
  { db, randomBytes }: ServiceContext,
  name: string,
  scope: MachineScope,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await credentials.putCredential(db, name, hashToken(token), scope)
  return token
}

export const revokeCredential = credentials.revokeCredential

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
