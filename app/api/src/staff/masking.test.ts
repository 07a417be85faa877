import assert from 'node:assert/strict'
import { test } from 'node:test'
import { permissionsOf, staffRoles } from '@dhakacart/contract/staff-permissions.ts'
import { personalData } from './masking.ts'
import { staffIdentity } from './staff-identity.ts'

const customer = {
  phone: '+8801712345678',
  email: 'rahima@example.com',
  name: 'Rahima Begum',
  address: 'House 7, Road 4',
}

test('personal data is shown whole to exactly the roles that may see it', () => {
  for (const role of staffRoles) {
    const show = personalData(staffIdentity({ id: 1, name: 'x', role }))
    const shown = {
      phone: show.phone(customer.phone),
      email: show.email(customer.email),
      name: show.name(customer.name),
      address: show.address(customer.address),
    }
    const mayRead = permissionsOf[role].includes('customers.personal_data')
    assert.equal(show.isMasked, !mayRead, role)
    if (mayRead) assert.deepEqual(shown, customer, role)
    else {
      assert.deepEqual(shown, { phone: '+88017•••678', email: 'r•••@example.com', name: 'Rahima B•••', address: '•••' })
    }
  }
})

test('what is masked stays masked whatever its form, and nothing stays nothing', () => {
  const show = personalData(staffIdentity({ id: 1, name: 'x', role: 'viewer' }))
  assert.equal(show.phone('01712'), '•••')
  assert.equal(show.email('no address'), '•••')
  assert.equal(show.email('@example.com'), '•••')
  assert.equal(show.name('রহিমা'), 'র•••')
  assert.equal(show.name('মো. আব্দুল করিম'), 'মো. ক•••')
  assert.equal(show.name(''), '•••')
  assert.equal(show.email(null), null)
  assert.equal(show.address(null), null)
})
