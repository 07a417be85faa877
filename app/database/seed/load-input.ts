import { createHash } from 'node:crypto'
import { makeCatalogue } from './catalogue/catalogue.ts'
import { pictureKey } from './pictures/draw.ts'
import { readPicturePack } from './pictures/pictures.ts'
import { deliveryZones, loadPlaces } from './places/places.ts'
import type { SeedInput, SeedPictures } from './seed-input.ts'

/** Reads everything the shop is filled with. */
export function loadSeedInput(): SeedInput {
  const places = { zones: deliveryZones, divisions: loadPlaces() }
  return { catalogue: makeCatalogue(), places, pictures: loadPictures() }
}

function loadPictures(): SeedPictures {
  const pack = readPicturePack()
  // Keys that are drawn alike (one ink bottle in four colours of ink) share one picture.
  const all = new Map<string, SeedPictures['all'][number]>()
  const idByKey = new Map<string, string>()
  for (const key of pack.keys()) {
    const renditions = pack.renditions(key)
    const id = contentId(renditions)
    idByKey.set(key, id)
    all.set(id, { id, renditions })
  }
  return { all: [...all.values()], idOf: (drawing) => idByKey.get(pictureKey(drawing)) ?? null }
}

/** The hash of all renditions' bytes: a picture that is encoded anew gets a new address, so the old one may be kept for ever. */
function contentId(renditions: readonly { sha256: string }[]): string {
  const hash = createHash('sha256')
  for (const { sha256 } of renditions) hash.update(sha256)
  return hash.digest('hex').slice(0, 32)
}
