/** A few of the courier's cities, zones and areas, under numbers of our own; the real lists are longer and differ. */
export const cities = [
  {
    city_id: 1,
    city_name: 'Dhaka',
    zones: ['Adabor', 'Banani', 'Dhanmondi', 'Gulshan', 'Mirpur 10', 'Mohammadpur', 'Savar', 'Uttara Sector 7'],
  },
  {
    city_id: 2,
    city_name: 'Chittagong',
    zones: ['Agrabad', 'Double Mooring', 'Hathazari', 'Kotwali', 'Pahartali', 'Patiya'],
  },
  { city_id: 3, city_name: 'Sylhet', zones: ['Beanibazar', 'Sylhet Sadar', 'Zindabazar'] },
  { city_id: 4, city_name: 'Rajshahi', zones: ['Boalia', 'Paba', 'Rajpara'] },
  { city_id: 5, city_name: 'Khulna', zones: ['Daulatpur', 'Khalishpur', 'Sonadanga'] },
  { city_id: 6, city_name: 'Barisal', zones: ['Bakerganj', 'Barisal Sadar'] },
  { city_id: 7, city_name: 'Rangpur', zones: ['Mithapukur', 'Rangpur Sadar'] },
  { city_id: 8, city_name: 'Mymensingh', zones: ['Bhaluka', 'Mymensingh Sadar', 'Trishal'] },
  { city_id: 9, city_name: 'Comilla', zones: ['Chandina', 'Comilla Sadar', 'Laksam'] },
  { city_id: 10, city_name: "Cox's Bazar", zones: ['Chakaria', "Cox's Bazar Sadar", 'Ramu', 'Teknaf'] },
].map(({ zones, ...city }) => ({
  ...city,
  zones: zones.map((zone_name, index) => ({ zone_id: city.city_id * 100 + index + 1, zone_name })),
}))

export function zonesOf(cityId: number) {
  return cities.find(({ city_id: id }) => id === cityId)?.zones ?? null
}

export function areasOf(zoneId: number) {
  const zone = cities.flatMap(({ zones }) => zones).find(({ zone_id: id }) => id === zoneId)
  if (zone === undefined) return null
  return ['North', 'South'].map((side, index) => ({
    area_id: zoneId * 10 + index + 1,
    area_name: `${zone.zone_name} ${side}`,
    home_delivery_available: true,
    pickup_available: false,
  }))
}
