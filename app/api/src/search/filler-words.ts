/** Words around what is looked for: they choose nothing, unless the query consists of them alone. */
const fillers = `
  a an and are at best buy by cheap cheapest cost deal discount for from get good great in is it latest like low me new
  nice of offer on online or original please price prices product rate sale shop some store that the this to top under want
  what which with within near bd bangladesh dhaka taka tk bdt budget quality available need looking i my
  dam dham koto kot koto taka dame damer bhalo valo vhalo balo bhala sera kom komer beshi notun nutun kinbo kinte kine kena
  chai cai lagbe lage dorkar er r ar o ta ti gula gulo wala ala jonno jonne theke diye dia hobe ase ache kothay ki kon
  দাম দামের দামে কত টাকা ভালো ভাল সেরা কম কমের কমদামি কমদামী বেশি নতুন কিনব কিনবো কিনতে কেনা চাই লাগবে দরকার এর র ও আর টা টি গুলো জন্য
  থেকে দিয়ে হবে আছে কোথায় কি কী কোন মূল্য প্রাইস অফার বাংলাদেশ বাংলাদেশে ঢাকা সস্তা মধ্যে মাঝে একটা একটি অরিজিনাল
`

export const fillerWords: ReadonlySet<string> = new Set(fillers.normalize('NFKC').trim().split(/\s+/))

/** Short names people use for a brand or a thing; each is searched as what it stands for as well. */
export const shortNames: Readonly<Record<string, string>> = {
  mi: 'xiaomi',
  wd: 'western digital',
  ps: 'playstation',
  kalo: 'black',
  sada: 'white',
  shada: 'white',
  nil: 'blue',
  lal: 'red',
  sobuj: 'green',
  litre: 'l',
  liter: 'l',
  inchi: 'inch',
  inches: 'inch',
  tons: 'ton',
  hotspot: 'wifi',
}
