import { existsSync, readFileSync } from 'node:fs'
import { makeCatalogue } from './catalogue/catalogue.ts'
import { deliveryZones, loadPlaces } from './places/places.ts'
import { noPictures, type SeedInput, type SeedPicture, type SeedPictures } from './seed-input.ts'

const picturesModule = new URL('./pictures/pictures.ts', import.meta.url)
const drawModule = new URL('./pictures/draw.ts', import.meta.url)
const pictureIndex = new URL('./pictures/pictures.index.json', import.meta.url)

/** Reads everything the shop is filled with. Says what is not there instead of failing: a shop without pictures still sells. */
export async function loadSeedInput(log: (line: string) => void): Promise<SeedInput> {
  const places = { zones: deliveryZones, divisions: loadPlaces() }
  return { catalogue: makeCatalogue(), places, pictures: await loadPictures(log) }
}

async function loadPictures(log: (line: string) => void): Promise<SeedPictures> {
  if (!existsSync(pictureIndex)) {
    log('seed: there is no picture pack, so products have no pictures')
    return noPictures
  }
  const { readPicturePack } = await import(picturesModule.href)
  const { pictureKey } = await import(drawModule.href)
  const index = JSON.parse(readFileSync(pictureIndex, 'utf8')) as Record<string, { svgHash: string }>
  const pack = readPicturePack() as { keys(): Iterable<string>; renditions(key: string): SeedPicture['renditions'] }
  const all = Array.from(pack.keys(), (key) => ({ id: index[key]?.svgHash ?? key, renditions: pack.renditions(key) }))
  return { all, idOf: (drawing) => index[pictureKey(drawing)]?.svgHash ?? null }
}
