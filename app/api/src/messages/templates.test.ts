import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '@dhakacart/contract/language.ts'
import { countSegments, maxSegments } from './sms-segments.ts'
import {
  emailOnly,
  type MessageOrder,
  type MessageTemplate,
  type MessageText,
  type TemplateData,
  templates,
} from './templates.ts'

/** As long as it gets: 99 lakh taka, September, the longest name the checkout takes. */
const longest: MessageOrder = {
  number: 'DC9W8X7Y6Z',
  totalPaisa: 999_999_900,
  customerName: 'র'.repeat(100),
  expectedFrom: '2026-09-25',
  expectedTo: '2026-09-28',
  paymentMethod: 'cash_on_delivery',
  language: 'bn',
  shipment: { courier: 'Sundarban Courier', trackingCode: 'DT250926ABCD99' },
  lines: [{ name: { en: 'Walton', bn: 'ওয়ালটন' }, quantity: 2, unitPricePaisa: 400_000_000 }],
}
const amountPaisa = 999_999_900
const data: { [T in MessageTemplate]: TemplateData[T] } = {
  'order-confirmed': null,
  'order-packed': null,
  'order-shipped': null,
  'delivery-failed': null,
  'order-delivered': null,
  'order-cancelled': null,
  'order-expired': null,
  'return-accepted': null,
  'return-refused': { reason: 'র'.repeat(500) },
  'cancellation-accepted': null,
  'cancellation-refused': { reason: 'র'.repeat(500) },
  'payment-late': { amountPaisa },
  'refund-started': { amountPaisa },
  'refund-done': { amountPaisa },
}
const link = 'https://dhakacart.example/bn/orders/abc'
const names = Object.keys(templates) as MessageTemplate[]

function write(template: MessageTemplate, language: 'en' | 'bn', changes: Partial<MessageOrder> = {}): MessageText {
  const text = templates[template][language] as (order: MessageOrder, data: unknown, link: string) => MessageText
  return text({ ...longest, language, ...changes }, data[template], link)
}

test('no SMS is longer than stated, with the longest data, in both languages and for every way to pay', () => {
  const ways: Partial<MessageOrder>[] = [{}, { advancePaisa: 100_000_000 }, { paymentMethod: 'bkash' }]
  for (const template of names) {
    for (const language of languages) {
      for (const way of ways) {
        const { sms } = write(template, language, way)
        if (sms === null) continue
        const { alphabet, segments } = countSegments(sms)
        assert.ok(segments <= maxSegments[language], `${template} ${language}: ${sms.length} characters\n${sms}`)
        assert.equal(alphabet, language === 'en' ? 'gsm' : 'ucs2', sms)
      }
    }
  }
})

test('what has no SMS is sent by e-mail alone', () => {
  for (const template of names)
    assert.equal(write(template, 'en').sms === null && write(template, 'bn').sms === null, emailOnly.has(template))
})

test('every e-mail greets, names the order and brings the link, in its language', () => {
  for (const template of names) {
    for (const language of languages) {
      const { subject, email } = write(template, language)
      assert.ok(subject.includes(longest.number) && email.includes(longest.number), template)
      assert.ok(email.startsWith(language === 'bn' ? 'প্রিয় র' : 'Dear র') && email.includes(link))
      // Bangla texts have Bangla digits everywhere but in numbers that people type.
      const own = email.replaceAll(longest.number, '').replaceAll(link, '').replaceAll('DT250926ABCD99', '')
      if (language === 'bn') assert.doesNotMatch(own, /[0-9]/)
      assert.doesNotMatch(`${subject}${email}`, /undefined|null|NaN/)
    }
  }
})

test('a confirmation says what the rider is to be given: all, the rest after an advance, or nothing', () => {
  const all = write('order-confirmed', 'en').sms
  const rest = write('order-confirmed', 'en', { advancePaisa: 100_000_000 }).sms
  const nothing = write('order-confirmed', 'en', { paymentMethod: 'sslcommerz' }).sms
  assert.match(all ?? '', /Please have Tk 99,99,999 ready/)
  assert.match(rest ?? '', /Please have Tk 89,99,999 ready/)
  assert.match(nothing ?? '', /It is paid\./)
  assert.match(
    write('order-confirmed', 'bn', { advancePaisa: 100_000_000 }).email,
    /অগ্রিম পাওয়া গেছে: ৳১০,০০,০০০। পণ্য হাতে পেয়ে দেবেন: ৳৮৯,৯৯,৯৯৯।/,
  )
})

test('why a return is refused stands in the SMS where there is room for it, and in every e-mail', () => {
  const { en, bn } = templates['return-refused']
  const sms = (language: 'en' | 'bn', reason: string | null) =>
    (language === 'en' ? en : bn)({ ...longest, language }, { reason }, link).sms ?? ''
  assert.match(sms('en', 'The seal is\nbroken.'), /DC9W8X7Y6Z\. The seal is broken\.$/)
  assert.match(sms('bn', 'সিল খোলা ছিল।'), /পারছি না। সিল খোলা ছিল।$/)
  assert.match(
    sms('en', 'সিল খোলা ছিল।'),
    /The reason is on the page of the order\. Questions\? Call \+8801700000000\.$/,
  )
  assert.match(sms('bn', 'স'.repeat(500)), /কারণ অর্ডারের পাতায় আছে। জানতে ফোন করুন: \+8801700000000$/)
  for (const language of languages) {
    assert.doesNotMatch(sms(language, null), /null|reason|কারণ/)
    assert.ok(write('return-refused', language).email.includes('র'.repeat(500)))
  }
  assert.equal(countSegments(sms('en', 'a'.repeat(500))).segments, 1)
  assert.equal(countSegments(sms('bn', null)).segments, 2)
})

test('segments are counted as networks bill them', () => {
  assert.deepEqual(countSegments('a'.repeat(160)), { alphabet: 'gsm', segments: 1 })
  assert.deepEqual(countSegments('a'.repeat(161)), { alphabet: 'gsm', segments: 2 })
  assert.deepEqual(countSegments('a'.repeat(306)), { alphabet: 'gsm', segments: 2 })
  assert.deepEqual(countSegments('a'.repeat(307)), { alphabet: 'gsm', segments: 3 })
  assert.deepEqual(countSegments('€'.repeat(81)), { alphabet: 'gsm', segments: 2 })
  assert.deepEqual(countSegments('৳'), { alphabet: 'ucs2', segments: 1 })
  assert.deepEqual(countSegments('ক'.repeat(70)), { alphabet: 'ucs2', segments: 1 })
  assert.deepEqual(countSegments('ক'.repeat(71)), { alphabet: 'ucs2', segments: 2 })
  assert.deepEqual(countSegments('ক'.repeat(134)), { alphabet: 'ucs2', segments: 2 })
  assert.deepEqual(countSegments('ক'.repeat(135)), { alphabet: 'ucs2', segments: 3 })
  assert.deepEqual(countSegments('😀'.repeat(36)), { alphabet: 'ucs2', segments: 2 })
})
