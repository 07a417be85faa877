import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import {
  assertAccessible,
  assertFits,
  consoleUrl,
  type Device,
  launchBrowser,
  openAs,
  settled,
} from './staff-browser.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

const shopUrl = (path: string) => consoleUrl('').replace('/console', path)

/** Waits for what takes a moment elsewhere: the worker, or caches before the shop. */
async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  const startedAt = performance.now()
  while (!(await isSo())) assert.ok(performance.now() - startedAt < 30_000, what)
}

test('a product is added with a picture, shown, received by keyboard alone, and stands in the shop in stock', async () => {
  const { page, context, complaints } = await openAs(browser, 'manager')
  await page.goto(consoleUrl('/products/new'))
  await settled(page)
  await page.locator('#nameEn').fill('Console Laptop 15')
  await page.locator('#nameBn').fill('কনসোল ল্যাপটপ ১৫')
  await page.locator('#descriptionEn').fill('Made in a test.')
  await page.locator('#descriptionBn').fill('পরীক্ষায় তৈরি।')
  await page.locator('#categoryId').selectOption({ index: 3 })
  await page.locator('#brandId').selectOption({ index: 2 })
  await page.locator('#modelNumber').fill('C-15')
  await page.locator('#slug').fill('Not A Slug')
  await page.locator('#weightGrams').fill('১,৫০০')
  await page.getByLabel('SKU', { exact: true }).fill('console-laptop-15')
  await page.getByLabel('Price', { exact: true }).fill('৭৫,০০০')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.locator('#slug[aria-invalid=true]').waitFor()
  await page.locator('#slug').fill('console-laptop-15')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: await drawnPicture(page) })
  await page.locator('.products-pictures img').waitFor({ timeout: 60_000 })
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<html>') })
  await page.getByText('This is no JPEG, PNG, WebP or AVIF').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(/\/products\/\d+$/)
  await page.getByRole('button', { name: 'Show in the shop' }).click()
  await page.getByText('In the shop', { exact: true }).first().waitFor()

  await page.goto(consoleUrl('/stock/receive'))
  await settled(page)
  await page.locator('#sku').focus()
  await page.keyboard.type('console-laptop-15')
  await page.keyboard.press('Enter')
  await page.getByText('Console Laptop 15').waitFor()
  await page.keyboard.type('7')
  await page.keyboard.press('Enter')
  await page.getByRole('cell', { name: 'CONSOLE-LAPTOP-15', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Book it' }).click()
  await page.getByText('Nothing yet. Begin with a SKU.').waitFor()
  const answerOf = async () => (await page.request.get(shopUrl('/api/catalogue/products/console-laptop-15'))).json()
  await until(async () => (await answerOf()).variants?.[0]?.availability === 'in_stock', 'in stock within the time')
  assert.equal((await answerOf()).pictureIds.length, 1)
  assert.match(await (await page.request.get(shopUrl('/bn/p/console-laptop-15'))).text(), /কনসোল ল্যাপটপ ১৫/)
  assert.deepEqual(complaints, [])
  await context.close()
})

/** A picture that this browser draws, as a camera would send it. */
async function drawnPicture(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(800, 600)
    const context = canvas.getContext('2d')
    context?.fillRect(100, 100, 600, 400)
    const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  })
  return Buffer.from(base64, 'base64')
}

test('two who edit one product at once: the second is shown both, and decides', async () => {
  const first = await openAs(browser, 'manager')
  const second = await openAs(browser, 'owner')
  await first.page.goto(consoleUrl('/products'))
  await settled(first.page)
  const address = await first.page.locator('td.main a').first().getAttribute('href')
  for (const { page } of [first, second]) {
    await page.goto(shopUrl(address ?? ''))
    await page.locator('#modelNumber').waitFor()
  }
  await first.page.locator('#modelNumber').fill('FIRST-1')
  await first.page.getByRole('button', { name: 'Save' }).click()
  await first.page.getByText('Saved.').waitFor()
  await second.page.locator('#modelNumber').fill('SECOND-2')
  await second.page.getByRole('button', { name: 'Save' }).click()
  const dialog = second.page.getByRole('dialog')
  await dialog.getByRole('cell', { name: 'FIRST-1' }).waitFor()
  await dialog.getByRole('button', { name: 'Save mine over theirs' }).click()
  await second.page.getByText('Saved.').waitFor()
  await first.page.reload()
  await until(async () => (await first.page.locator('#modelNumber').inputValue()) === 'SECOND-2', 'saved over')
  await first.context.close()
  await second.context.close()
})

test('what is typed stays when the page is read again, is not saved over what it never showed, and theirs can be taken and changed', async () => {
  const first = await openAs(browser, 'manager')
  const second = await openAs(browser, 'owner')
  await first.page.goto(consoleUrl('/products'))
  await settled(first.page)
  const address = await first.page.locator('td.main a').first().getAttribute('href')
  for (const { page } of [first, second]) {
    await page.goto(shopUrl(address ?? ''))
    await page.locator('#modelNumber').waitFor()
  }
  const model = second.page.locator('#modelNumber')
  await model.fill('SECOND-4')
  await first.page.locator('#modelNumber').fill('FIRST-3')
  await first.page.getByRole('button', { name: 'Save' }).click()
  await first.page.getByText('Saved.').waitFor()
  let isReadAgain = false
  second.page.on('response', (answer) => {
    isReadAgain ||= answer.request().method() === 'GET' && /\/api\/console\/products\/\d+$/.test(answer.url())
  })
  // What was read a moment ago counts as fresh; the page reads it again once it is not.
  await until(async () => {
    await second.page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
    return isReadAgain
  }, 'the page is read again')
  await second.page.getByRole('button', { name: 'Save' }).click()
  const dialog = second.page.getByRole('dialog')
  await dialog.getByRole('cell', { name: 'FIRST-3' }).waitFor()
  assert.equal(await model.inputValue(), 'SECOND-4')
  await dialog.getByRole('button', { name: 'Take theirs into the form' }).click()
  await until(async () => (await model.inputValue()) === 'FIRST-3', 'theirs is shown')
  await model.fill('THIRD-5')
  await second.page.getByRole('button', { name: 'Save' }).click()
  await second.page.getByText('Saved.').waitFor()
  await until(async () => (await second.page.getByRole('dialog').count()) === 0, 'nothing is in the way')
  await first.page.reload()
  await until(async () => (await first.page.locator('#modelNumber').inputValue()) === 'THIRD-5', 'saved')
  await first.context.close()
  await second.context.close()
})

test('an exported file comes back and changes nothing; one with mistakes says where they are', async () => {
  const { page, context, complaints } = await openAs(browser, 'manager')
  await page.goto(consoleUrl('/imports'))
  await settled(page)
  const exported = await page.request.get(shopUrl('/api/console/exports/stock'))
  await page.locator('#kind').selectOption('stock')
  const send = (name: string, buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await send('wrong.csv', Buffer.from('sku,price\nA,1\n'))
  await page.getByText('we know no such column').waitFor()
  await send('stock.csv', await exported.body())
  await page.getByText('Everything in this file is so already.').waitFor({ timeout: 60_000 })
  await page.goto(consoleUrl('/imports'))
  await page.locator('#kind').selectOption('stock')
  await send('mistakes.csv', Buffer.from('sku,on_hand\nCONSOLE-LAPTOP-15,12\nNO-SUCH,4\n'))
  await page.getByText('No variant has this SKU').waitFor({ timeout: 60_000 })
  await page.getByLabel('Leave out the 1 row with problems').check()
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Apply', exact: true }).click()
  await page.getByText('Done', { exact: true }).waitFor({ timeout: 60_000 })
  await assertAccessible(page, 'an import that is done')
  assert.deepEqual(complaints, [])
  await context.close()
})

const paths = [
  '/products',
  '/products/new',
  '/products/1',
  '/categories',
  '/categories?tab=brands',
  '/stock',
  '/stock/receive',
  '/stock/1',
  '/imports',
  '/imported-orders',
]

for (const language of ['en', 'bn'] as const) {
  for (const device of ['desk', 'phone'] as Device[]) {
    test(`every page of goods is accessible and fits, ${language} on a ${device}`, async () => {
      const { page, context, complaints } = await openAs(browser, 'owner', { device, language })
      for (const path of paths) {
        await page.goto(consoleUrl(path))
        await settled(page)
        await assertAccessible(page, `${path} ${language} ${device}`)
        await assertFits(page, `${path} ${language} ${device}`)
      }
      assert.deepEqual(complaints, [])
      await context.close()
    })
  }
}
