import assert from 'node:assert/strict'
import { test } from 'node:test'
import { trustedPeers } from './forwarded.ts'

const clientAddress = trustedPeers(['loopback', '10.0.0.0/8', '192.0.2.7', 'fd00::/8'])

test('a peer that is not trusted is the visitor, whatever it claims', () => {
  for (const remote of ['203.0.113.5', '11.0.0.1', '192.0.2.8', '2001:db8::1']) {
    assert.equal(clientAddress(remote, '1.2.3.4'), remote)
    assert.equal(clientAddress(remote, '127.0.0.1, 10.0.0.1'), remote)
  }
  assert.equal(trustedPeers([])('127.0.0.1', '1.2.3.4'), '127.0.0.1')
})

test('behind trusted peers the first address from the right that is not trusted is the visitor', () => {
  assert.equal(clientAddress('127.0.0.1', '203.0.113.5'), '203.0.113.5')
  assert.equal(clientAddress('::1', '6.6.6.6, 203.0.113.5'), '203.0.113.5')
  assert.equal(clientAddress('10.1.2.3', '6.6.6.6, 203.0.113.5, 10.9.9.9,192.0.2.7'), '203.0.113.5')
  assert.equal(clientAddress('fd12::1', '2001:db8::5, fd00::2'), '2001:db8::5')
})

test('when everyone is trusted the leftmost address is the visitor', () => {
  assert.equal(clientAddress('127.0.0.1', '10.0.0.1, 10.0.0.2'), '10.0.0.1')
  assert.equal(clientAddress('10.0.0.9', undefined), '10.0.0.9')
})

test('an address has one spelling: mapped IPv4 is IPv4, IPv6 is compressed', () => {
  assert.equal(clientAddress('::ffff:127.0.0.1', '203.0.113.5'), '203.0.113.5')
  assert.equal(clientAddress('::ffff:7f00:1', '::FFFF:203.0.113.5'), '203.0.113.5')
  assert.equal(clientAddress('::ffff:203.0.113.5', '1.2.3.4'), '203.0.113.5')
  assert.equal(clientAddress('::1', '2001:0DB8:0:0:0:0:0:0001'), '2001:db8::1')
  assert.equal(clientAddress('fe80::1%eth0', '1.2.3.4'), 'fe80::1')
  assert.equal(clientAddress('::1', '6.6.6.6, ::ffff:10.0.0.1'), '6.6.6.6')
})

test('a malformed entry stops the walk at the last address that was vouched for', () => {
  const malformed = [
    'unknown',
    '',
    '203.0.113.5:1234',
    '[2001:db8::1]',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    '_hidden',
    '::g',
  ]
  for (const entry of [...malformed, '1.2.3.4%eth0', 'fe80::1%eth0', '<script>', '\u0000']) {
    assert.equal(clientAddress('127.0.0.1', `6.6.6.6, ${entry}, 10.0.0.2`), '10.0.0.2', entry)
    assert.equal(clientAddress('127.0.0.1', entry), '127.0.0.1', entry)
  }
})

test('a socket that is gone has the unspecified address', () => {
  assert.equal(clientAddress(undefined, '1.2.3.4'), '0.0.0.0')
  assert.equal(clientAddress('', undefined), '0.0.0.0')
})

test('a long header is walked only as far as trust goes', () => {
  const header = `${'6.6.6.6, '.repeat(2_000)}203.0.113.5`
  assert.equal(clientAddress('127.0.0.1', header), '203.0.113.5')
})

test('a visitor can never choose an address outside what the nearest trusted peer appended', () => {
  const forged = ['127.0.0.1', '10.0.0.1', '::1', 'x', '', '6.6.6.6', '::ffff:10.0.0.1']
  for (const first of forged) {
    for (const second of forged) {
      assert.equal(clientAddress('127.0.0.1', `${first}, ${second}, 203.0.113.5`), '203.0.113.5')
    }
  }
})

test('peers that are not addresses, or are everyone, are refused', () => {
  const wrong = [
    '',
    'localhost',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '10.0.0/8',
    'fd00::/129',
    '10.0.0.0/-1',
    '*',
  ]
  for (const peer of [
    ...wrong,
    '0.0.0.0/0',
    '::/0',
    '::ffff:10.0.0.0/104',
    'fe80::1%eth0',
    '10.0.0.0/1e1',
    'LOOPBACK',
  ]) {
    assert.throws(() => trustedPeers(['loopback', peer]), RangeError, peer)
  }
  assert.equal(trustedPeers([' 10.0.0.0/8 '])('10.0.0.1', '1.2.3.4'), '1.2.3.4')
})
