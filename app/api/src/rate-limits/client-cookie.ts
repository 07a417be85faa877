import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { attributesOfClientCookie, nameOfClientCookie } from '@dhakacart/service-kit/rate-limits/client-cookie.ts'
import type { FastifyReply } from 'fastify'
import { readSecretKeys } from '../secret-keys.ts'

/** `key.client.signature`: 16 bytes and 32 as base64url. */
const pattern = /^([a-z0-9-]{1,20})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/

export type ClientCookie = ReturnType<typeof createClientCookie>

/**
 * The cookie by which the limits tell one browser from another: random, signed, so that nobody makes up browsers, and good for
 * nothing else. `keys` as WAITING_ROOM_KEY; RangeError for another form.
 */
export function createClientCookie(publicOrigin: PublicOrigin, keys: string) {
  const known = readSecretKeys(keys)
  const [[currentName, currentKey]] = known as unknown as [[string, Buffer]]
  const name = nameOfClientCookie(publicOrigin)
  const seal = (client: string) => `${currentName}.${client}.${sign(currentKey, client)}`
  const makeNew = () => seal(randomBytes(16).toString('base64url'))
  const write = (reply: FastifyReply, text: string) => {
    reply.setCookie(name, text, attributesOfClientCookie(publicOrigin))
  }
  return {
    /** Who asks, from the header as it came; null: somebody who was given nothing by us. */
    read(header: string | undefined): string | null {
      const [, key = '', client = '', signature = ''] = pattern.exec(cookieIn(name, header)) ?? []
      const secret = known.get(key)
      if (secret === undefined) return null
      return timingSafeEqual(Buffer.from(sign(secret, client)), Buffer.from(signature)) ? client : null
    },
    /** The cookie's text, for a browser that somebody else answers. */
    makeNew,
    giveNew: (reply: FastifyReply): void => write(reply, makeNew()),
    /** All browsers of an account are one client. */
    giveAccount(reply: FastifyReply, customerId: number): void {
      const client = createHmac('sha256', currentKey).update(`account ${customerId}`).digest().subarray(0, 16)
      write(reply, seal(client.toString('base64url')))
    },
  }
}

/** From the header as it came: reading all cookies costs more than refusing. */
function cookieIn(name: string, header = ''): string {
  const pair = header.split(';').find((each) => each.trimStart().startsWith(`${name}=`)) ?? ''
  return pair.slice(pair.indexOf('=') + 1).trim()
}

function sign(key: Buffer, client: string): string {
  return createHmac('sha256', key).update(`client ${client}`).digest('base64url')
}
