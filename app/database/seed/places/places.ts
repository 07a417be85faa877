import { readFileSync } from 'node:fs'

export interface BilingualName {
  en: string
  bn: string
}

type DeliveryZoneSlug = 'inside-dhaka' | 'dhaka-suburbs' | 'outside-dhaka' | 'remote'

/** An upazila, or a police thana of a city where people give the thana in their address. */
interface Upazila {
  slug: string
  name: BilingualName
  isMetropolitanThana: boolean
  zone: DeliveryZoneSlug
  /** Absent where no post office is known to belong to it; neighbours in a city may share one. */
  postcodes?: string[]
}

interface District {
  slug: string
  name: BilingualName
  upazilas: Upazila[]
}

export interface Division {
  slug: string
  name: BilingualName
  districts: District[]
}

/** What delivery costs and takes; the fee is the base up to `baseWeightGrams`, then more per begun kilogram. */
export interface DeliveryZone {
  slug: DeliveryZoneSlug
  name: BilingualName
  baseFeePaisa: number
  baseWeightGrams: number
  feePerExtraKgPaisa: number
  daysMin: number
  daysMax: number
}

// Shops in Bangladesh ask 70-100 taka inside Dhaka and 100-200 outside, for 1-3 and 3-7 days; the law allows 5 and 10.
export const deliveryZones: readonly DeliveryZone[] = [
  {
    slug: 'inside-dhaka',
    name: { en: 'Inside Dhaka city', bn: 'ঢাকা মহানগরের ভেতরে' },
    baseFeePaisa: 7_000,
    baseWeightGrams: 1_000,
    feePerExtraKgPaisa: 1_500,
    daysMin: 1,
    daysMax: 2,
  },
  {
    slug: 'dhaka-suburbs',
    name: { en: 'Around Dhaka', bn: 'ঢাকার আশপাশে' },
    baseFeePaisa: 10_000,
    baseWeightGrams: 1_000,
    feePerExtraKgPaisa: 2_000,
    daysMin: 1,
    daysMax: 3,
  },
  {
    slug: 'outside-dhaka',
    name: { en: 'Outside Dhaka', bn: 'ঢাকার বাইরে' },
    baseFeePaisa: 13_000,
    baseWeightGrams: 1_000,
    feePerExtraKgPaisa: 2_500,
    daysMin: 3,
    daysMax: 5,
  },
  {
    slug: 'remote',
    name: { en: 'Hill districts and islands', bn: 'পার্বত্য জেলা ও দ্বীপাঞ্চল' },
    baseFeePaisa: 18_000,
    baseWeightGrams: 1_000,
    feePerExtraKgPaisa: 4_000,
    daysMin: 4,
    daysMax: 7,
  },
]

const suburbanDistricts: ReadonlySet<string> = new Set(['dhaka', 'gazipur', 'narayanganj'])
const hillDistricts: ReadonlySet<string> = new Set(['bandarban', 'khagrachhari', 'rangamati'])

/** `district/upazila` reached by boat only: a parcel waits for the launch or trawler, and for the weather. */
const islands: ReadonlySet<string> = new Set([
  'bhola/monpura',
  'chattogram/sandwip',
  'coxs-bazar/kutubdia',
  'coxs-bazar/maheshkhali',
  'noakhali/hatiya',
  'patuakhali/rangabali',
])

type StoredUpazila = Omit<Upazila, 'zone'>
type StoredDistrict = Omit<District, 'upazilas'> & { upazilas: StoredUpazila[] }
type StoredDivision = Omit<Division, 'districts'> & { districts: StoredDistrict[] }

function zoneOf(district: string, { slug, isMetropolitanThana }: StoredUpazila): DeliveryZoneSlug {
  if (district === 'dhaka' && isMetropolitanThana) return 'inside-dhaka'
  if (suburbanDistricts.has(district)) return 'dhaka-suburbs'
  return hillDistricts.has(district) || islands.has(`${district}/${slug}`) ? 'remote' : 'outside-dhaka'
}

/** Reads the places of Bangladesh, each upazila with its delivery zone. Divisions to upazilas are sorted by slug. */
export function loadPlaces(): Division[] {
  const file = new URL('places.json', import.meta.url)
  const { divisions }: { divisions: StoredDivision[] } = JSON.parse(readFileSync(file, 'utf8'))
  return divisions.map((division) => ({
    ...division,
    districts: division.districts.map((district) => ({
      ...district,
      upazilas: district.upazilas.map((upazila) => ({ ...upazila, zone: zoneOf(district.slug, upazila) })),
    })),
  }))
}
