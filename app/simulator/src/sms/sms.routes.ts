import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isLeftUnanswered, leaveUnanswered, letCallsFail } from '../misbehaviour.ts'
import type { Sms } from '../records.ts'
import type { Simulator } from '../simulator.ts'

/** What the documentation of sms.net.bd calls its errors. */
const errors = {
  400: 'The request was rejected, due to a missing or invalid parameter.',
  404: 'The requested resource not found.',
  405: 'Authorization required.',
  413: 'Invalid Sender ID.',
  414: 'Message is empty.',
  415: 'Message is too long.',
  416: 'No valid number found.',
} as const

const textMax = 1_000
/** From acceptance to the handset, in this simulation. */
const deliveryMs = 5_000

type Fields = Record<string, string>

/** sms.net.bd (https://www.sms.net.bd/api): sending, reports, balance. Its addresses have no path of their own. */
export async function registerSms(app: FastifyInstance, simulator: Simulator): Promise<void> {
  letCallsFail(app, simulator, 'sms', { status: 503, body: 'Service Unavailable' })
  const isAuthorized = (request: FastifyRequest) => fieldsOf(request).api_key === simulator.keys.sms.apiKey

  app.route({
    method: ['GET', 'POST'],
    url: '/sendsms',
    handler: async (request, reply) => {
      const { msg = '', to = '', sender_id: sender = '' } = fieldsOf(request)
      if (!isAuthorized(request)) return refuse(405)
      if (msg === '') return refuse(414)
      if (msg.length > textMax) return refuse(415)
      if (sender !== '' && sender !== simulator.keys.sms.senderId) return refuse(413)
      if (!/^(88)?01[3-9]\d{8}$/.test(to)) return refuse(416)
      return accept(simulator, reply, { msg, sender, recipient: to.slice(-11) })
    },
  })
  app.route<{ Params: { id: string } }>({
    method: ['GET', 'POST'],
    url: '/report/request/:id/',
    handler: async (request) => {
      if (!isAuthorized(request)) return refuse(405)
      const sms = simulator.records.find('sms', request.params.id)
      if (sms === null || sms.faults.includes('query_forgets')) return refuse(404)
      const recipient = { number: `88${sms.recipient}`, charge: '0.3500', status: statusOf(simulator, sms) }
      const data = { request_id: Number(sms.id), request_status: 'Complete', request_charge: '0.3500' }
      return { error: 0, msg: 'Success', data: { ...data, recipients: [recipient] } }
    },
  })
  app.route({
    method: ['GET', 'POST'],
    url: '/user/balance/',
    handler: async (request) =>
      isAuthorized(request) ? { error: 0, msg: 'Success', data: { balance: '1000.0000' } } : refuse(405),
  })
}

function fieldsOf({ query, body }: FastifyRequest): Fields {
  return { ...(query as Fields), ...((body ?? {}) as Fields) }
}

function refuse(error: keyof typeof errors) {
  return { error, msg: errors[error] }
}

type Accepted = { msg: string; sender: string; recipient: string }

function accept(simulator: Simulator, reply: FastifyReply, { msg, sender, recipient }: Accepted) {
  const { records, faults, clock } = simulator
  const last = Number(records.list('sms').at(-1)?.id ?? 1_000)
  const sms: Sms = {
    id: String(last + 1),
    recipient,
    sender,
    text: msg,
    acceptedAt: clock.now(),
    faults: faults.takeForTransaction('sms', recipient, recipient),
    unanswered: [],
    reference: recipient,
  }
  const isUnanswered = isLeftUnanswered(sms, 'send')
  records.put('sms', sms)
  if (isUnanswered) return leaveUnanswered(simulator, reply)
  return { error: 0, msg: 'Request successfully submitted', data: { request_id: Number(sms.id) } }
}

function statusOf({ clock }: Simulator, sms: Sms): string {
  if (sms.faults.includes('delivery_unknown') || clock.now() - sms.acceptedAt < deliveryMs) return 'Sent'
  return sms.faults.includes('delivery_failed') ? 'Failed' : 'Delivered'
}
