import type { PictureForm } from '../catalogue/catalogue.types.ts'
import { styleCount } from './draw.ts'

type Specifications = Readonly<Record<string, string | number | boolean>>
type Rule = (specifications: Specifications) => readonly number[]

/** Looks a choice up; a value the table does not name gets the first entry. */
const by =
  (key: string, table: Record<string, readonly number[]>): Rule =>
  (s) =>
    table[String(s[key])] ?? Object.values(table)[0] ?? [0]

/**
 * Which body styles may stand for a product, judged by its specifications: a ceiling fan hangs, a robot vacuum is round.
 * A form without a rule looks right in any of its styles.
 */
const rules: Partial<Record<PictureForm, Rule>> = {
  'feature-phone': by('body', { bar: [0, 1], flip: [2] }),
  tablet: (s) => (s.hasPen ? [1] : [0, 3]),
  laptop: (s) => (s.graphics === 'integrated' ? [0, 2] : [1]),
  'desktop-pc': (s) => (s.size === 'mini' ? [2] : s.graphics === 'integrated' ? [1] : [0]),
  monitor: (s) => {
    if (s.isCurved) return [1]
    if (Number(s.screenInches) >= 34) return [2]
    return Number(s.refreshHz) >= 144 ? [4] : [0, 3]
  },
  projector: (s) => (s.isPortable ? [1, 2] : [0]),
  headphones: (s) => (s.wearing === 'in' ? [3] : s.isGaming ? [2] : s.wearing === 'on' ? [1] : [0]),
  speaker: by('kind', { portable: [0, 1], party: [2], computer: [3] }),
  soundbar: (s) => (s.hasSubwoofer ? [0] : [2]),
  microphone: (s) =>
    s.kind === 'lavalier' ? (s.connection === 'wireless' ? [1] : [3]) : s.kind === 'desk' ? [0, 2] : [0],
  'power-bank': (s) => (s.isWireless ? [2] : [0, 1]),
  charger: (s) => (s.kind === 'wireless' ? [2] : s.kind === 'car' ? [3] : s.hasCable ? [1] : [0]),
  cable: (s) => (s.use !== 'charging' ? [2] : String(s.connector).startsWith('a-') ? [0] : [1]),
  'phone-case': (s) => (s.material === 'leather' ? [2] : s.hasMagnet ? [1] : [0]),
  router: (s) => (s.kind === 'pocket' ? [3] : s.kind === 'mesh' ? [1] : Number(s.antennaCount) >= 6 ? [2] : [0]),
  'wifi-extender': (s) => (Number(s.antennaCount) >= 2 ? [0] : [1]),
  'security-camera': (s) => (s.place === 'indoor' ? (s.turns ? [0] : [2]) : s.turns ? [0, 1] : [1, 2]),
  'mirrorless-camera': by('kind', { mirrorless: [0, 1], dslr: [0], compact: [2] }),
  'action-camera': (s) => (s.isSpherical ? [1] : [0]),
  'camera-lens': by('kind', { prime: [0], wide: [0], zoom: [1], tele: [1] }),
  tripod: (s) => (s.kind === 'gimbal' ? [3] : s.kind === 'selfie' ? [1] : Number(s.heightCm) < 60 ? [2] : [0]),
  'game-console': by('kind', { home: [0, 1], handheld: [2] }),
  'game-controller': by('worksWith', { pc: [0, 1], playstation: [0], xbox: [1] }),
  keyboard: (s) => (s.hasLights ? [1] : s.keyType === 'scissor' ? [2] : [0]),
  mouse: (s) => (s.isGaming ? [1] : [0]),
  printer: (s) => (s.technology === 'ink-tank' ? [0] : s.technology === 'laser' && !s.scans ? [1] : [2]),
  'ink-bottle': (s) => (s.supply !== 'bottle' ? [2] : s.tint === 'colour' ? [1] : [0]),
  ssd: by('connection', { nvme: [0], sata: [1], portable: [2] }),
  'hard-drive': (s) => (s.use === 'portable' ? [1] : [0]),
  'memory-module': (s) => (s.fits === 'laptop' ? [2] : s.hasLights ? [1] : [0]),
  'memory-card': by('cardType', { microsd: [0], sd: [1] }),
  'usb-drive': (s) => (s.plug === 'a-and-c' ? [2] : [0, 1]),
  'graphics-card': by('fanCount', { '2': [0], '3': [1], '1': [2] }),
  ups: (s) => (s.hasDisplay ? [0] : [1]),
  refrigerator: by('doors', { double: [0], single: [0], 'side-by-side': [1], multi: [2], chest: [3] }),
  'air-conditioner': by('kind', { split: [0, 1, 2], cassette: [2], portable: [3] }),
  'washing-machine': by('kind', { front: [0], top: [1], twin: [2] }),
  'microwave-oven': (s) => (s.isDigital ? [0] : [1]),
  'rice-cooker': by('kind', { rice: [0], multi: [1], pressure: [2] }),
  blender: by('kind', { blender: [0], juicer: [0], grinder: [1], hand: [2] }),
  'electric-kettle': (s) => (s.body === 'glass' ? [1] : [0]),
  iron: by('kind', { steam: [0], dry: [1], garment: [2] }),
  fan: by('kind', { stand: [0], ceiling: [1], rechargeable: [2], table: [2], exhaust: [3] }),
  'vacuum-cleaner': by('kind', { canister: [0], handheld: [1], robot: [2] }),
  'water-purifier': (s) => (s.method === 'gravity' ? [1] : s.givesHotWater ? [2] : [0]),
  trimmer: by('kind', { trimmer: [0], clipper: [0], grooming: [1], shaver: [2] }),
  'hair-dryer': by('kind', { dryer: [0, 1], straightener: [2] }),
  'smart-bulb': () => [0],
}

/** The styles of a form that a product with these specifications may be drawn in; never empty. */
export function fittingStyles(form: PictureForm, specifications: Specifications): readonly number[] {
  return rules[form]?.(specifications) ?? Array.from({ length: styleCount(form) }, (_, style) => style)
}
