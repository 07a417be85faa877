import type { FastifyInstance } from 'fastify'
import { moveOn } from '../consignment.ts'
import { notifyPathao, pathaoStatuses } from '../pathao/pathao.routes.ts'
import type { Simulator } from '../simulator.ts'
import { notifySteadfast, steadfastStatuses } from '../steadfast/steadfast.routes.ts'
import { answerControl } from './control-answer.ts'

const schema = {
  body: {
    type: 'object',
    properties: { status: { type: 'string', enum: [...new Set([...pathaoStatuses, ...steadfastStatuses])] } },
    required: ['status'],
    additionalProperties: false,
  },
}

/** Moves a parcel on, as the courier's people do; the merchant hears of it by webhook. */
export function registerParcelControls(app: FastifyInstance, simulator: Simulator): void {
  app.post<{ Params: { id: string }; Body: { status: string } }>(
    '/control/consignments/:id/status',
    { schema },
    async (request, reply) => {
      const parcel = simulator.records.find('consignment', request.params.id)
      if (parcel === null) return reply.code(404).send({ message: 'No such parcel.' })
      const { status } = request.body
      const known = parcel.provider === 'pathao' ? pathaoStatuses : steadfastStatuses
      if (!known.includes(status)) return reply.code(400).send({ message: `One of: ${known.join(', ')}` })
      const needsApproval =
        parcel.faults.includes('approval_pending') && /^(partial_)?(delivered|cancelled)$/.test(status)
      // Approved by setting it a second time.
      const isApproved = parcel.status === `${status}_approval_pending`
      moveOn(simulator, parcel, needsApproval && !isApproved ? `${status}_approval_pending` : status)
      if (parcel.provider === 'pathao') notifyPathao(simulator, parcel)
      else notifySteadfast(simulator, parcel)
      return answerControl(simulator, request, reply)
    },
  )
}
