import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigError } from '@dhakacart/service-kit/config.ts'
import { makeAuthority, makeCertificate } from '@dhakacart/service-kit/testing/certificates.ts'
import { readApiConfig, readPictureConfig, readS3Settings, readWorkerConfig } from './config.ts'

const complete = {
  DATABASE_URL: 'postgres://shop@localhost:5432/dhakacart',
  PUBLIC_ORIGIN: 'https://dhakacart.example',
  HEALTH_PORT: '4001',
  PORT: '4000',
  STAFF_SECRETS_KEY: `k1:${'A'.repeat(43)}=`,
  WAITING_ROOM_KEY: `k1:${'A'.repeat(43)}=`,
}
const bucket = {
  PICTURE_STORE: 's3',
  S3_ENDPOINT: 'https://s3.ap-south-1.amazonaws.com',
  S3_REGION: 'ap-south-1',
  S3_BUCKET: 'dhakacart-pictures',
  S3_ACCESS_KEY_ID: 'AKIATEST',
  S3_SECRET_ACCESS_KEY: 'secret',
}

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read()
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

test('the few keys without a default are enough, and the rest has sane values', () => {
  const config = readApiConfig(complete)
  assert.equal(config.databasePoolSize, 10)
  assert.equal(config.host, '127.0.0.1')
  assert.equal(config.pictureStore, 'postgresql')
  assert.equal(config.publicOrigin.isSecure, true)
  assert.equal(config.trustedPeers('127.0.0.1', '203.0.113.9'), '203.0.113.9')
  assert.equal(readS3Settings(config), null)
  assert.equal(readWorkerConfig(complete).healthPort, 4001)
})

test('everything wrong is told at once', () => {
  const problems = problemsOf(() =>
    readApiConfig({
      DATABASE_URL: 'mysql://x',
      PUBLIC_ORIGIN: 'http://dhakacart.example',
      PORT: '70000',
      HEALTH_PORT: '',
      DATABASE_POOL_SIZE: '0',
      CACHE_URL: 'http://x',
      TRUSTED_PEERS: 'everyone',
      LOG_LEVEL: 'loud',
      PICTURE_STORE: 'disk',
    }),
  )
  const keys = problems.map((problem) => problem.split(' ')[0]).toSorted()
  assert.deepEqual(keys, [
    'CACHE_URL',
    'DATABASE_POOL_SIZE',
    'DATABASE_URL',
    'HEALTH_PORT',
    'LOG_LEVEL',
    'PICTURE_STORE',
    'PORT',
    'PUBLIC_ORIGIN',
    'STAFF_SECRETS_KEY',
    'TRUSTED_PEERS',
    'WAITING_ROOM_KEY',
  ])
})

test('texts for TLS to the database that cannot be used together are told before anything connects', () => {
  const authority = makeAuthority('An authority')
  const { certificate, key } = makeCertificate(authority, 'dhakacart')
  const given = (ca: string, cert: string, itsKey: string) => ({
    ...complete,
    DATABASE_TLS_CA: ca,
    DATABASE_TLS_CERT: cert,
    DATABASE_TLS_KEY: itsKey,
  })
  for (const read of [readApiConfig, readWorkerConfig, readPictureConfig]) {
    assert.deepEqual(
      problemsOf(() => read(given(authority.certificate, certificate, key))),
      [],
    )
    assert.match(problemsOf(() => read(given(authority.certificate, certificate, ''))).join(), /belong together/)
    assert.match(problemsOf(() => read(given('', '', key))).join(), /belong together/)
    const [problem = '', ...more] = problemsOf(() => read(given('', certificate, authority.key)))
    assert.match(problem, /^DATABASE_TLS_KEY is not the key of DATABASE_TLS_CERT: give /)
    assert.deepEqual(more, [])
    assert.ok(!problem.includes('PRIVATE'))
    assert.match(problemsOf(() => read(given('ca.pem', certificate, key))).join(), /^DATABASE_TLS_CA is no certificate/)
  }
})

test('a bucket needs all of its keys', () => {
  const { S3_REGION: _region, S3_SECRET_ACCESS_KEY: _secret, ...half } = bucket
  const problems = problemsOf(() => readApiConfig({ ...complete, ...half }))
  assert.deepEqual(
    problems.map((problem) => problem.split(' ')[0]),
    ['S3_REGION', 'S3_SECRET_ACCESS_KEY'],
  )
  assert.equal(readS3Settings(readPictureConfig({ ...complete, ...bucket }))?.bucket, 'dhakacart-pictures')
})

test('the worker takes both keys of the mail server or neither, and an SMS provider over https alone', () => {
  const mail = { SMTP_URL: 'smtps://shop:secret@mail.example:465', MAIL_FROM: 'DhakaCart <orders@dhakacart.example>' }
  assert.equal(readWorkerConfig({ ...complete, ...mail }).mailFrom, mail.MAIL_FROM)
  assert.match(problemsOf(() => readWorkerConfig({ ...complete, SMTP_URL: mail.SMTP_URL })).join(), /belong together/)
  assert.match(problemsOf(() => readWorkerConfig({ ...complete, MAIL_FROM: mail.MAIL_FROM })).join(), /belong together/)
  const sms = { SMS_API_KEY: 'key', SMS_BASE_URL: 'http://sms.example' }
  assert.match(problemsOf(() => readWorkerConfig({ ...complete, ...sms })).join(), /must use https/)
  assert.equal(
    readWorkerConfig({ ...complete, ...sms, PUBLIC_ORIGIN: 'http://localhost:3000' }).smsBaseUrl,
    'http://sms.example',
  )
  for (const from of ['orders', 'a@b\r\nBcc: x@y.example', 'Shop <a@b> c'])
    assert.match(problemsOf(() => readWorkerConfig({ ...complete, ...mail, MAIL_FROM: from })).join(), /MAIL_FROM/)
})

test('the keys of providers go over https alone, but for the simulated ones of a shop on this machine', () => {
  const bkash = {
    BKASH_BASE_URL: 'http://simulator:4000/bkash',
    BKASH_USERNAME: 'name',
    BKASH_PASSWORD: 'long-enough',
    BKASH_APP_KEY: 'long-enough',
    BKASH_APP_SECRET: 'long-enough',
  }
  const steadfast = {
    STEADFAST_BASE_URL: 'http://simulator:4000/steadfast/api/v1',
    STEADFAST_API_KEY: 'long-enough',
    STEADFAST_SECRET_KEY: 'long-enough',
  }
  for (const [keys, name] of [
    [bkash, /^BKASH_BASE_URL must use https/],
    [steadfast, /^STEADFAST_BASE_URL must use https/],
  ] as const) {
    assert.match(problemsOf(() => readApiConfig({ ...complete, ...keys })).join(), name)
    const here = { ...complete, ...keys, PUBLIC_ORIGIN: 'https://shop.localhost:8443' }
    assert.deepEqual(
      problemsOf(() => readApiConfig(here)),
      [],
    )
  }
})

test('the key that seals what staff sign in with must have its form, and is not shown when it has not', () => {
  const problems = problemsOf(() => readApiConfig({ ...complete, STAFF_SECRETS_KEY: 'k1:too-short' }))
  assert.equal(problems.length, 1)
  assert.match(problems[0] ?? '', /^STAFF_SECRETS_KEY must be a name and 32 bytes/)
  assert.doesNotMatch(problems[0] ?? '', /too-short/)
})
