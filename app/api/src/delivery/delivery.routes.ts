import * as contract from '@dhakacart/contract/delivery.schema.ts'
import type { Localised } from '@dhakacart/contract/shapes.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import type { CatalogueService } from '../catalogue/catalogue.service.ts'
import { PlaceNotFound, ProductNotFound } from '../errors.ts'
import { registerPublicRead } from '../public-read.ts'
import {
  type DistrictNames,
  type DistrictRow,
  findDistrict,
  listDistrictRows,
  listUpazilaRows,
  listZoneRows,
  listZonesOfDistrict,
} from './delivery.repository.ts'
import { deliveryFeePaisa } from './delivery-fee.ts'

export function registerDelivery(app: FastifyInstance, db: Db, catalogue: CatalogueService): void {
  registerPublicRead(app, contract.listZones, async () => ({
    zones: (await listZoneRows(db)).map(({ nameEn, nameBn, ...zone }) => ({
      ...zone,
      name: { en: nameEn, bn: nameBn },
    })),
  }))

  registerPublicRead(app, contract.listDistricts, async () => ({
    divisions: groupByDivision(await listDistrictRows(db)),
  }))

  registerPublicRead(app, contract.listUpazilas, async ({ params }) => {
    const district = await readDistrict(db, params.district)
    const rows = await listUpazilaRows(db, district.id)
    const upazilas = rows.map(({ nameEn, nameBn, ...row }) => ({ ...row, name: { en: nameEn, bn: nameBn } }))
    return { district: { slug: district.slug, name: nameOf(district) }, upazilas }
  })

  registerPublicRead(app, contract.estimateDelivery, async ({ query }) => {
    const { productsBySlug, productsByFormerSlug } = await catalogue.current()
    const product = productsBySlug.get(query.product) ?? productsByFormerSlug.get(query.product)
    if (product === undefined) throw new ProductNotFound()
    const district = await readDistrict(db, query.district)
    const zones = await listZonesOfDistrict(db, district.id)
    return {
      district: { slug: district.slug, name: nameOf(district) },
      estimates: zones.map((zone) => ({
        zone: { code: zone.code, name: nameOf(zone), daysMin: zone.daysMin, daysMax: zone.daysMax },
        feePaisa: deliveryFeePaisa(zone, product.row.weightGrams),
      })),
    }
  })
}

function nameOf(row: { nameEn: string; nameBn: string }): Localised {
  return { en: row.nameEn, bn: row.nameBn }
}

async function readDistrict(db: Db, slug: string): Promise<DistrictNames> {
  const district = await findDistrict(db, slug)
  if (district === null) throw new PlaceNotFound()
  return district
}

function groupByDivision(rows: DistrictRow[]): contract.Division[] {
  return [...Map.groupBy(rows, (row) => row.divisionSlug)].map(([slug, districts]) => ({
    slug,
    name: { en: districts[0]?.divisionNameEn ?? slug, bn: districts[0]?.divisionNameBn ?? slug },
    districts: districts.map((district) => ({ slug: district.slug, name: nameOf(district) })),
  }))
}
