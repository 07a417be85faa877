import { existsSync } from 'node:fs'
import { makeCatalogue } from './catalogue/catalogue.ts'
import { pictureKey } from './pictures/draw.ts'
import { indexFile, readPicturePack } from './pictures/pictures.ts'
import { deliveryZones, loadPlaces } from './places/places.ts'
import { noPictures, type SeedInput, type SeedPictures } from './seed-input.ts'

/** Reads everything the shop is filled with. Says so when there are no pictures: a shop without them still sells. */
export function loadSeedInput(log: (line: string) => void): SeedInput {
  const places = { zones: deliveryZones, divisions: loadPlaces() }
  return { catalogue: makeCatalogue(), places, pictures: loadPictures(log) }
}

function loadPictures(log: (line: string) => void): SeedPictures {
  if (!existsSync(indexFile)) {
    log('seed: there is no picture pack, so products have no pictures')
    return noPictures
  }
  const pack = readPicturePack()
  // Keys that are drawn alike (one ink bottle in four colours of ink) share one picture.
  const byId = new Map(Array.from(pack.keys(), (key) => [pack.svgHash(key) ?? key, key]))
  const all = Array.from(byId, ([id, key]) => ({ id, renditions: pack.renditions(key) }))
  return { all, idOf: (drawing) => pack.svgHash(pictureKey(drawing)) ?? null }
}
