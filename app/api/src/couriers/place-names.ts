/** An upazila or thana of ours with its district, by English names. */
export type OurPlace = {
  upazilaId: number
  upazila: string
  isMetropolitanThana: boolean
  district: string
  districtSlug: string
}

export type TheirPlace = { id: number; name: string }
export type TheirZone = TheirPlace & { cityId: number }
export type Match = { upazilaId: number; zoneId: number; isPriceOnly: boolean }

/** What couriers still call districts whose name or its spelling has changed, or which they shorten. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  bogura: ['Bogra'],
  brahmanbaria: ['B. Baria'],
  chapainawabganj: ['Nawabganj'],
  chattogram: ['Chittagong'],
  cumilla: ['Comilla'],
  habiganj: ['Hobiganj'],
  jashore: ['Jessore'],
  jhalokathi: ['Jhalakathi'],
  jhenaidah: ['Jhenidah', 'Jhinaidah'],
  lakshmipur: ['Laxmipur'],
  moulvibazar: ['Maulvibazar'],
  netrokona: ['Netrakona'],
}

/** One spelling for what Bangla names are written as in English: Hazaribagh is Hazaribag, Vatara is Bhatara. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replaceAll('gonj', 'ganj')
    .replace(/([bcdgjkpst])h+/g, '$1')
    .replaceAll('f', 'p')
    .replaceAll('z', 'j')
    .replaceAll('v', 'b')
    .replaceAll('ee', 'i')
    .replaceAll('oo', 'u')
    .replace(/[ao]u|ow/g, 'o')
    .replaceAll('iya', 'ia')
    .replace(/(\D)\1+/g, '$1')
}

/**
 * The zone of each place of ours that has exactly one of its name in the city of its district; a name that fits two is left to a
 * person. Thanas of cities are for the price only: couriers cut cities finer than that, and find the right part by the address.
 */
export function matchPlaces(
  ours: readonly OurPlace[],
  cities: readonly TheirPlace[],
  zones: readonly TheirZone[],
): Match[] {
  const citiesByName = Map.groupBy(cities, ({ name }) => foldName(name))
  const zonesByName = Map.groupBy(zones, ({ cityId, name }) => `${cityId} ${foldName(name)}`)
  const found = ours.flatMap((place) => {
    const districts = [place.district, ...(otherNames[place.districtSlug] ?? [])]
    const city = onlyOne(districts.flatMap((name) => citiesByName.get(foldName(name)) ?? []))
    if (city === null) return []
    const names =
      place.upazila === `${place.district} Sadar` ? districts.map((name) => `${name} Sadar`) : [place.upazila]
    const zone = onlyOne(names.flatMap((name) => zonesByName.get(`${city.id} ${foldName(name)}`) ?? []))
    if (zone === null) return []
    return { upazilaId: place.upazilaId, zoneId: zone.id, isPriceOnly: place.isMetropolitanThana }
  })
  const byZone = Map.groupBy(found, ({ zoneId }) => zoneId)
  return found.filter(({ zoneId }) => byZone.get(zoneId)?.length === 1)
}

function onlyOne<T extends TheirPlace>(places: readonly T[]): T | null {
  const [first] = places
  return first !== undefined && places.every(({ id }) => id === first.id) ? first : null
}
