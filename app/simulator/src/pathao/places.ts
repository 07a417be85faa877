/**
 * The courier's cities with zones, under numbers of our own: its real zones are more, and differ. As its real ones they are
 * districts by older names, places by other spellings, and in Dhaka parts of what people call one.
 */
const zonesByCity: Readonly<Record<string, string>> = {
  Dhaka:
    'Adabor, Banani, Dhanmondi, Gulshan, Mirpur 10, Mohammadpur, Savar, Uttara Sector 7, 60 feet, Abdullahpur Uttara, Badda, Bangshal, Cantonment, Dakshinkhan, Demra, Dohar, Gendaria, Hazaribag, Jatrabari, Kafrul, kamranggirchar, Keraniganj, Khilgaon, Khilkhet, Lalbag, Mirpur 1, Mirpur 12, Motijheel, Mugda, Nawabganj, New Market, Pallabi, Paltan, Ramna, Rampura, shampur, Sutrapur, Tejgaon, Turag, Uttara Sector 9, Vatara, Wari,  Dhamrai',
  Chittagong:
    'Agrabad, Double Mooring, Hathazari, Kotwali, Pahartali, Patiya, Bayazid, Chandgaon, EPZ, Halishahar, Khulshi, Panchlaish, Patenga, Raozan, Sitakunda',
  Sylhet: 'Beanibazar, Sylhet Sadar, Zindabazar, Biswanath, Golapganj, Kanaighat, South Surma',
  Rajshahi: 'Boalia, Paba, Rajpara, Bagha, Charghat, Godagari, Puthia',
  Khulna: 'Daulatpur, Khalishpur, Sonadanga, Dumuria, Paikgacha, Rupsha',
  Barisal: 'Bakerganj, Barisal Sadar, Banaripara, Gournadi, Wazirpur',
  Rangpur: 'Mithapukur, Rangpur Sadar, Pirganj, Pirgacha',
  Mymensingh: 'Bhaluka, Mymensingh Sadar, Trishal, Gafargaon, Muktagacha',
  Comilla: 'Chandina, Comilla Sadar, Laksam, Daudkandi, Debidwar, Homna',
  "Cox's Bazar": "Chakaria, Cox's Bazar Sadar, Ramu, Teknaf, Ukhia",
  'B. Baria': 'B. Baria Sadar, Akhaura, Ashuganj, Kasba, Nabinagar',
  Bagerhat: 'Bagerhat Sadar, Mongla, Morelganj',
  'Bandarban ': 'Bandarban Sadar, Lama',
  'Barguna ': 'Barguna Sadar, Amtali',
  Bhola: 'Bhola Sadar, Lalmohan',
  Bogra: 'Bogra Sadar, Sherpur, Shibganj, Gabtoli',
  'Chapai Nawabganj': 'Chapai Nawabganj Sadar, Shibganj',
  Chandpur: 'Chandpur Sadar, Hajiganj',
  Chuadanga: 'Chuadanga Sadar, Alamdanga',
  Dinajpur: 'Dinajpur Sadar, Birampur, Parbatipur',
  Faridpur: 'Faridpur Sadar, Bhanga',
  Feni: 'Feni Sadar, Sonagazi',
  Gaibandha: 'Gaibandha Sadar, Gobindaganj',
  Gazipur: 'Gazipur Sadar, Kaliakair, Kaliganj, Kapasia, Sreepur, Tongi',
  Gopalganj: 'Gopalganj Sadar, Tungipara',
  Habiganj: 'Habiganj Sadar, Madhabpur',
  Jamalpur: 'Jamalpur Sadar, Islampur',
  Jessore: 'Jessore Sadar, Jhikargacha, Keshabpur',
  Jhalokathi: 'Jhalokathi Sadar',
  Jhenidah: 'Jhenidah Sadar, Kotchandpur',
  Joypurhat: 'Joypurhat Sadar',
  Khagrachari: 'Khagrachari Sadar',
  Kishoreganj: 'Kishoreganj Sadar, Bhairab',
  Kurigram: 'Kurigram Sadar',
  Kushtia: 'Kushtia Sadar, Bheramara',
  Lalmonirhat: 'Lalmonirhat Sadar',
  Laxmipur: 'Laxmipur Sadar, Ramganj',
  Madaripur: 'Madaripur Sadar, Shibchar',
  Magura: 'Magura Sadar',
  Manikganj: 'Manikganj Sadar, Singair',
  Meherpur: 'Meherpur Sadar',
  Moulvibazar: 'Moulvibazar Sadar, Sreemangal, Kulaura',
  Munsiganj: 'Munsiganj Sadar, Sreenagar',
  Naogaon: 'Naogaon Sadar',
  Narail: 'Narail Sadar',
  Narayanganj: 'Narayanganj Sadar, Bandar, Fatullah, Rupganj, Siddhirganj, Sonargaon',
  Narsingdi: 'Narsingdi Sadar, Palash',
  Natore: 'Natore Sadar',
  Netrokona: 'Netrokona Sadar',
  Nilphamari: 'Nilphamari Sadar, Saidpur',
  Noakhali: 'Noakhali Sadar, Begumganj, Chatkhil',
  Pabna: 'Pabna Sadar, Ishwardi',
  Panchagarh: 'Panchagarh Sadar',
  Patuakhali: 'Patuakhali Sadar, Kalapara',
  Pirojpur: 'Pirojpur Sadar',
  Rajbari: 'Rajbari Sadar',
  Rangamati: 'Rangamati Sadar',
  Satkhira: 'Satkhira Sadar',
  Shariatpur: 'Shariatpur Sadar',
  Sherpur: 'Sherpur Sadar',
  Sirajganj: 'Sirajganj Sadar, Ullapara',
  Sunamganj: 'Sunamganj Sadar, Chhatak',
  Tangail: 'Tangail Sadar, Mirzapur, Madhupur',
  Thakurgaon: 'Thakurgaon Sadar',
}

export const cities = Object.entries(zonesByCity).map(([city_name, zones], index) => ({
  city_id: index + 1,
  city_name,
  zones: zones.split(', ').map((zone_name, place) => ({ zone_id: (index + 1) * 100 + place + 1, zone_name })),
}))

export function zonesOf(cityId: number) {
  return cities.find(({ city_id: id }) => id === cityId)?.zones ?? null
}

/** The city that an address ends with, as far as it can be read; else outside Dhaka. */
export function cityOfAddress(address: string): number {
  const last = address.split(',').at(-1)?.trim().toLowerCase()
  return cities.find(({ city_name: name }) => name.trim().toLowerCase() === last)?.city_id ?? 2
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
