import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { CategoryContent, ConsoleCategory } from '@dhakacart/contract/console-categories.schema.ts'
import { addEditableCategory, editableSpecifications, laptop } from '../testing/console-catalogue.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

let api: TestApi
let place: Awaited<ReturnType<typeof addEditableCategory>>
let manager: Awaited<ReturnType<typeof signInAsStaff>>

before(async () => {
  api = await startTestApi()
  place = await addEditableCategory(api.db)
  manager = await signInAsStaff(api, 'manager')
  const key = { 'idempotency-key': randomUUID() }
  assert.equal((await manager.send('POST', '/api/console/products', laptop(place), key)).statusCode, 200)
})
after(() => api.drop())

const url = '/api/console/categories'
const content = (slug: string, changes: Partial<CategoryContent> = {}): CategoryContent => ({
  slug,
  parentId: null,
  name: { en: slug, bn: 'বিভাগ' },
  description: { en: '', bn: '' },
  pictureId: null,
  specifications: [],
  unitIdentity: 'none',
  ...changes,
})
const create = (body: object, key: string = randomUUID()) => manager.send('POST', url, body, { 'idempotency-key': key })
const tree = async (): Promise<ConsoleCategory[]> => (await manager.send('GET', url)).json().categories
const found = async (id: number) => (await tree()).find((category) => category.id === id) ?? assert.fail('not there')
const bodyOf = ({ id: _, position: __, productCount: ___, ...fields }: ConsoleCategory, changes: object = {}) => ({
  ...fields,
  ...changes,
})
const save = (category: ConsoleCategory, changes: object) =>
  manager.send('PUT', `${url}/${category.id}`, bodyOf(category, changes))
const codesOf = (answer: { json(): { details?: { code: string }[] } }) => answer.json().details?.map(({ code }) => code)

test('what packing asks for of each unit is the category’s, and nothing but the three kinds is taken', async () => {
  const made: ConsoleCategory = (await create(content('numbered', { unitIdentity: 'imei' }))).json()
  assert.equal(made.unitIdentity, 'imei')
  const saved = await save(made, { unitIdentity: 'serial' })
  assert.deepEqual([saved.statusCode, saved.json().unitIdentity], [200, 'serial'])
  assert.equal((await save(await found(made.id), { unitIdentity: 'barcode' })).statusCode, 400)
  assert.equal((await found(made.id)).unitIdentity, 'serial')
  assert.equal((await manager.send('DELETE', `${url}/${made.id}`)).statusCode, 200)
})

test('a new category stands last among its siblings, and shoppers find it at once', async () => {
  const made = (await create(content('tablets', { parentId: place.parentId }))).json()
  assert.deepEqual([made.position, made.version, made.productCount], [2, 1, 0])
  const list = (await api.inject({ url: '/api/catalogue/products?category=tablets' })).json()
  assert.deepEqual([list.category.slug, list.category.parentSlug], ['tablets', 'computers'])
})

test('the same creation ten times at once makes one category', async () => {
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 10 }, () => create(content('monitors'), key)))
  assert.equal(new Set(answers.map((answer) => answer.json().id)).size, 1)
  assert.deepEqual(codesOf(await create(content('monitors'))), ['slug_taken'])
})

test('whoever saves second is shown what the first saved', async () => {
  const category = (await create(content('cameras'))).json()
  const answers = await Promise.all([
    save(category, { name: { en: 'Photo', bn: 'ছবি' } }),
    save(category, { name: { en: 'Video', bn: 'ভিডিও' } }),
  ])
  assert.deepEqual(answers.map((answer) => answer.statusCode).toSorted(), [200, 409])
  const conflict = answers.find((answer) => answer.statusCode === 409)
  assert.deepEqual(conflict?.json().details, await found(category.id))
})

test('siblings moved by two people at once stand in one order without gap', async () => {
  const ids: number[] = []
  for (const slug of ['one', 'two', 'three'])
    ids.push((await create(content(slug, { parentId: place.parentId }))).json().id)
  const move = (id: number | undefined, position: number) => manager.send('PUT', `${url}/${id}/position`, { position })
  await Promise.all([move(ids[2], 1), move(ids[0], 500)])
  const siblings = (await tree()).filter(({ parentId }) => parentId === place.parentId)
  assert.deepEqual(
    siblings.map(({ position }) => position),
    siblings.map((_, index) => index + 1),
  )
  assert.deepEqual([siblings[0]?.id, siblings.at(-1)?.id], [ids[2], ids[0]])
})

test('a changed slug of a category leads on', async () => {
  const category = (await create(content('phones'))).json()
  assert.equal((await save(category, { slug: 'mobile-phones' })).statusCode, 200)
  const list = (await api.inject({ url: '/api/catalogue/products?category=phones' })).json()
  assert.equal(list.category.slug, 'mobile-phones')
})

test('what products state and lists of shoppers depend on cannot be taken away', async () => {
  const laptops = await found(place.categoryId)
  const specifications = (change: (all: typeof editableSpecifications) => object[]) =>
    save(laptops, { specifications: change(structuredClone(editableSpecifications)) })
  assert.deepEqual(codesOf(await specifications((all) => all.slice(1))), ['specification_in_use'])
  assert.deepEqual(codesOf(await specifications(([memory, ...rest]) => [{ ...memory, kind: 'text' }, ...rest])), [
    'specification_in_use',
  ])
  const withoutIps = await specifications((all) =>
    all.map((each) => (each.key === 'panel' ? { ...each, values: { oled: { en: 'OLED', bn: 'ওলেড' } } } : each)),
  )
  assert.deepEqual(codesOf(withoutIps), ['choice_in_use'])
  const twice = await specifications((all) => [...all, ...all.slice(0, 1)])
  assert.deepEqual(codesOf(twice), ['specification_repeated'])
  const more = await specifications((all) => [
    ...all,
    { key: 'weight', name: { en: 'Weight', bn: 'ওজন' }, kind: 'number', unit: null, isFacet: true },
  ])
  assert.equal(more.statusCode, 200)
})

test('the tree has two levels, and products only in its leaves', async () => {
  const top = (await create(content('audio'))).json()
  assert.deepEqual(codesOf(await create(content('deep', { parentId: place.categoryId }))), ['parent_not_top'])
  assert.deepEqual(codesOf(await create(content('nowhere', { parentId: 999_999 }))), ['parent_unknown'])
  assert.deepEqual(codesOf(await save(await found(place.parentId), { parentId: top.id })), ['has_children'])
  assert.deepEqual(codesOf(await save(top, { parentId: top.id })), ['parent_not_top'])
})

test('only an empty category is removed; removing it twice is fine, and shoppers no longer see it', async () => {
  for (const id of [place.parentId, place.categoryId])
    assert.equal((await manager.send('DELETE', `${url}/${id}`)).json().code, 'CATEGORY_IN_USE')
  const { id } = (await create(content('short-lived'))).json()
  const shown = () => api.inject({ url: '/api/catalogue/products?category=short-lived' })
  assert.equal((await shown()).statusCode, 200)
  const answers = await Promise.all([manager.send('DELETE', `${url}/${id}`), manager.send('DELETE', `${url}/${id}`)])
  assert.deepEqual(
    answers.map((answer) => answer.statusCode),
    [200, 200],
  )
  assert.equal((await shown()).statusCode, 404)
})

test('a category removed while a product is put into it stays, or the product is refused', async () => {
  const { id } = (await create(content('contested', { specifications: [] }))).json()
  const variants = laptop(place).variants.map((variant, index) => ({ ...variant, sku: `CONTESTED-${index}` }))
  const product = laptop({ ...place, categoryId: id }, { slug: 'contested', specifications: {}, variants })
  const [removed, added] = await Promise.all([
    manager.send('DELETE', `${url}/${id}`),
    manager.send('POST', '/api/console/products', product, { 'idempotency-key': randomUUID() }),
  ])
  assert.deepEqual(
    [removed.statusCode, added.statusCode].toSorted(),
    removed.statusCode === 200 ? [200, 422] : [200, 409],
  )
})

test('brands: one per name, renamed with the version that was read, shown to shoppers', async () => {
  const brands = '/api/console/brands'
  const key = { 'idempotency-key': randomUUID() }
  const body = { slug: 'minister', name: 'Minister' }
  const answers = await Promise.all([manager.send('POST', brands, body, key), manager.send('POST', brands, body, key)])
  assert.equal(new Set(answers.map((answer) => answer.json().id)).size, 1)
  const { id } = answers[0]?.json() ?? assert.fail()
  const again = await manager.send(
    'POST',
    brands,
    { slug: 'minister-2', name: 'MINISTER' },
    { 'idempotency-key': randomUUID() },
  )
  assert.deepEqual(codesOf(again), ['name_taken'])
  const renames = await Promise.all([
    manager.send('PUT', `${brands}/${id}`, { version: 1, slug: 'minister', name: 'Minister BD' }),
    manager.send('PUT', `${brands}/${id}`, { version: 1, slug: 'minister', name: 'Minister Hi-Tech' }),
  ])
  assert.deepEqual(renames.map((answer) => answer.statusCode).toSorted(), [200, 409])
  assert.equal((await manager.send('PUT', `${brands}/999999`, { version: 1, ...body })).json().code, 'BRAND_NOT_FOUND')
  const asus = (await manager.send('GET', brands)).json().brands.find(({ slug }: { slug: string }) => slug === 'asus')
  await manager.send('PUT', `${brands}/${asus.id}`, { version: asus.version, slug: 'asus', name: 'ASUS' })
  assert.equal((await api.inject({ url: '/api/catalogue/products/asus-vivobook-15' })).json().brand.name, 'ASUS')
})
