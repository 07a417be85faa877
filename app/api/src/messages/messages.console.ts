import {
  type ConsoleMessage,
  listConsoleMessages,
  sendMessageAgain,
} from '@dhakacart/contract/console-messages.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import type { FastifyInstance } from 'fastify'
import * as audit from '../audit/audit.service.ts'
import { MessageNotFound, MessageStateForbids } from '../errors.ts'
import { nextIdCursor, readIdCursor } from '../id-cursor.ts'
import { personalData } from '../staff/masking.ts'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import * as messages from './console-messages.repository.ts'
import { promiseAgain } from './messages.service.ts'

const defaultLimit = 50

/** What customers were told, for staff: the log, and sending something once more. */
export function registerConsoleMessages(app: FastifyInstance, db: Db, door: StaffDoor): void {
  registerStaff(app, door, listConsoleMessages, async ({ query }, _reply, staff) => {
    const { after, limit = defaultLimit, ...filter } = query
    const found = await messages.list(db, filter, readIdCursor(after), limit)
    return {
      messages: found.map((message) => show(staff, message)),
      nextCursor: nextIdCursor(found, limit),
    }
  })

  registerStaff(app, door, sendMessageAgain, async ({ params: { id } }, _reply, staff) => {
    await inTransaction(db, async (tx) => {
      if (await messages.markSentAgain(tx, id)) {
        await promiseAgain(tx, id, staff.id)
        await audit.record(tx, staff, { action: 'messages.sent_again', subject: `message:${id}`, detail: {} })
      } else if (!(await messages.wasSentAgain(tx, id))) {
        const [message] = await messages.list(tx, { id }, null, 1)
        throw message === undefined ? new MessageNotFound() : new MessageStateForbids()
      }
    })
    const [message] = await messages.list(db, { id }, null, 1)
    if (message === undefined) throw new MessageNotFound()
    return show(staff, message)
  })
}

function show(staff: StaffIdentity, message: ConsoleMessage): ConsoleMessage {
  const { phone, email, isMasked } = personalData(staff)
  const recipient = message.channel === 'sms' ? phone(message.recipient) : email(message.recipient)
  // The texts name the customer and open the order; a code opens the account, so nobody of the staff sees one.
  const isHidden = isMasked || message.template === 'code' || message.template === 'email-code'
  return { ...message, recipient, ...(isHidden && { subject: null, body: null }) }
}
