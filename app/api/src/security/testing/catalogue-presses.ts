import { randomUUID } from 'node:crypto'
import type { ConsoleProduct } from '@dhakacart/contract/console-catalogue.schema.ts'
import { addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { laptop } from '../../testing/console-catalogue.ts'
import { createImporter } from '../../testing/importer.ts'
import { keyed, type Presses } from './twice-shop.ts'

/** What staff change of the catalogue, its prices and its stock, where the feature has no such test of its own. */
export const cataloguePresses: Presses = {
  'POST /api/console/brands': async ({ api, owner }) => {
    const key = randomUUID()
    const send = () => owner.send('POST', '/api/console/brands', { slug: 'minister', name: 'Minister' }, keyed(key))
    const left = async () =>
      await api.db.selectFrom('brands').select('version').where('slug', '=', 'minister').execute()
    return { send, left, expected: [{ version: 1 }] }
  },
  'PUT /api/console/brands/:brandId': async ({ api, owner }) => {
    const made = await owner.send(
      'POST',
      '/api/console/brands',
      { slug: 'vision', name: 'Visoin' },
      keyed(randomUUID()),
    )
    const { id, version } = made.json()
    const send = () => owner.send('PUT', `/api/console/brands/${id}`, { version, slug: 'vision', name: 'Vision' })
    const left = () => api.db.selectFrom('brands').select(['name', 'version']).where('id', '=', id).execute()
    return { send, left, expected: [{ name: 'Vision', version: version + 1 }] }
  },
  'PUT /api/console/categories/:categoryId': async ({ api, owner, place: { categoryId } }) => {
    const { categories } = (await owner.send('GET', '/api/console/categories')).json()
    const {
      id,
      position: _,
      productCount: __,
      ...fields
    } = categories.find((one: { id: number }) => one.id === categoryId)
    const send = () =>
      owner.send('PUT', `/api/console/categories/${id}`, { ...fields, name: { en: 'Notebooks', bn: 'নোটবুক' } })
    const left = () => api.db.selectFrom('categories').select(['nameEn', 'version']).where('id', '=', id).execute()
    return { send, left, expected: [{ nameEn: 'Notebooks', version: fields.version + 1 }] }
  },
  'POST /api/console/stock/counts': async ({ api, owner }) => {
    const { variantId } = await addProduct(api.db, { stock: 9 })
    const key = randomUUID()
    const body = { note: '', lines: [{ variantId, expected: 9, counted: 7 }] }
    const send = () => owner.send('POST', '/api/console/stock/counts', body, keyed(key))
    const left = () => api.db.selectFrom('stockLevels').select('onHand').where('variantId', '=', variantId).execute()
    return { send, left, expected: [{ onHand: 7 }] }
  },
  'DELETE /api/console/categories/:categoryId': async ({ api, owner, place, audited }) => {
    const names = { nameEn: 'Tablets', nameBn: 'ট্যাবলেট', descriptionEn: '', descriptionBn: '' }
    const { id } = await api.db
      .insertInto('categories')
      .values({ slug: 'twice-removed', position: 2, parentId: place.parentId, ...names })
      .returning('id')
      .executeTakeFirstOrThrow()
    const send = () => owner.send('DELETE', `/api/console/categories/${id}`)
    const left = async () => [
      await api.db.selectFrom('categories').select('id').where('id', '=', id).execute(),
      await audited('catalogue.category_removed', `category:${id}`),
    ]
    return { send, left, expected: [[], 1] }
  },
  'PUT /api/console/products/:productId': async ({ api, owner, place, audited }) => {
    const made = await owner.send('POST', '/api/console/products', laptop(place, { slug: 'twice-saved' }), keyed())
    const { id, formerSlugs: _, createdAt: __, updatedAt: ___, variants, ...fields } = made.json() as ConsoleProduct
    const sent = variants.map(({ onHand: ____, held: _____, ...variant }) => variant)
    const send = () =>
      owner.send('PUT', `/api/console/products/${id}`, { ...fields, variants: sent, warrantyMonths: 6 })
    const left = async () => [
      await api.db.selectFrom('products').select(['warrantyMonths', 'version']).where('id', '=', id).execute(),
      await audited('catalogue.product_changed', `product:${id}`),
    ]
    return { send, left, expected: [[{ warrantyMonths: 6, version: fields.version + 1 }], 1] }
  },
  'PUT /api/console/sales/:saleId': async ({ api, owner, audited, draftSale }) => {
    const { id, version, body } = await draftSale()
    const send = () => owner.send('PUT', `/api/console/sales/${id}`, { version, ...body, limitPerCustomer: 3 })
    const left = async () => [
      await api.db.selectFrom('sales').select(['limitPerCustomer', 'version']).where('id', '=', id).execute(),
      await audited('sales.changed', `sale:${id}`),
    ]
    return { send, left, expected: [[{ limitPerCustomer: 3, version: version + 1 }], 1] }
  },
  'PUT /api/console/sales/:saleId/state': async ({ api, owner, audited, draftSale }) => {
    const { id, version } = await draftSale()
    const send = () => owner.send('PUT', `/api/console/sales/${id}/state`, { version, state: 'scheduled' })
    const left = async () => [
      await api.db.selectFrom('sales').select(['state', 'version']).where('id', '=', id).execute(),
      await audited('sales.scheduled', `sale:${id}`),
    ]
    return { send, left, expected: [[{ state: 'scheduled', version: version + 1 }], 1] }
  },
  'PUT /api/console/imports/:importId/application': async ({ api, owner, audited }) => {
    const { variantId } = await addProduct(api.db, { stock: 9 })
    const { sku } = await api.db
      .selectFrom('variants')
      .select('sku')
      .where('id', '=', variantId)
      .executeTakeFirstOrThrow()
    const files = createImporter(api, owner)
    const { id } = await files.check('stock', `sku,on_hand\n${sku},7\n`)
    const left = async () => {
      await files.workThrough()
      const levels = api.db.selectFrom('stockLevels').select('onHand').where('variantId', '=', variantId)
      return [await levels.execute(), await audited('imports.applied', `import:${id}`)]
    }
    return { send: () => files.apply(id), left, expected: [[{ onHand: 7 }], 1] }
  },
  'POST /api/console/stock/adjustments': async ({ api, owner }) => {
    const { variantId } = await addProduct(api.db, { stock: 9 })
    const headers = keyed()
    const body = { reason: 'damaged', note: 'Fell', lines: [{ variantId, onHandChange: -2 }] }
    const send = () => owner.send('POST', '/api/console/stock/adjustments', body, headers)
    const left = () => api.db.selectFrom('stockLevels').select('onHand').where('variantId', '=', variantId).execute()
    return { send, left, expected: [{ onHand: 7 }] }
  },
}
