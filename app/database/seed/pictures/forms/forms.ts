import type { PictureForm } from '../../catalogue/catalogue.types.ts'
import type { Style } from '../studio.ts'
import { airConditioner } from './air-conditioner.ts'
import { allInOnePc } from './all-in-one-pc.ts'
import { blender } from './blender.ts'
import { cable } from './cable.ts'
import { actionCamera, cameraLens, mirrorlessCamera } from './camera.ts'
import { charger } from './charger.ts'
import { desktopPc } from './desktop-pc.ts'
import { drone } from './drone.ts'
import { earbuds } from './earbuds.ts'
import { featurePhone } from './feature-phone.ts'
import { gameConsole, gameController } from './gaming.ts'
import { headphones } from './headphones.ts'
import { fan, iron, vacuumCleaner } from './household.ts'
import { keyboard } from './keyboard.ts'
import { electricKettle, microwaveOven, riceCooker } from './kitchen.ts'
import { laptop } from './laptop.ts'
import { memoryCard, memoryModule, usbDrive } from './memory.ts'
import { microphone } from './microphone.ts'
import { monitor } from './monitor.ts'
import { mouse } from './mouse.ts'
import { neckband } from './neckband.ts'
import { router, wifiExtender } from './network.ts'
import { graphicsCard, motherboard, powerSupply, processor } from './pc-parts.ts'
import { hairDryer, smartBulb, trimmer } from './personal-care.ts'
import { phoneCase } from './phone-case.ts'
import { powerBank } from './power-bank.ts'
import { inkBottles, printer } from './printer.ts'
import { projector } from './projector.ts'
import { refrigerator } from './refrigerator.ts'
import { securityCamera } from './security-camera.ts'
import { smartphone } from './smartphone.ts'
import { fitnessBand, smartwatch } from './smartwatch.ts'
import { soundbar } from './soundbar.ts'
import { speaker } from './speaker.ts'
import { hardDrive, ssd } from './storage.ts'
import { tablet } from './tablet.ts'
import { television } from './television.ts'
import { tripod } from './tripod.ts'
import { ups } from './ups.ts'
import { washingMachine } from './washing-machine.ts'
import { waterPurifier } from './water-purifier.ts'
import { webcam } from './webcam.ts'

/** Every form's body styles. The catalogue names a style by its place here, so a new style goes to the end of its list. */
export const stylesOf: Record<PictureForm, readonly Style[]> = {
  smartphone,
  'feature-phone': featurePhone,
  tablet,
  laptop,
  'desktop-pc': desktopPc,
  'all-in-one-pc': allInOnePc,
  monitor,
  television,
  projector,
  earbuds,
  headphones,
  neckband,
  speaker,
  soundbar,
  microphone,
  smartwatch,
  'fitness-band': fitnessBand,
  'power-bank': powerBank,
  charger,
  cable,
  'phone-case': phoneCase,
  router,
  'wifi-extender': wifiExtender,
  'security-camera': securityCamera,
  'mirrorless-camera': mirrorlessCamera,
  'action-camera': actionCamera,
  'camera-lens': cameraLens,
  tripod,
  drone,
  'game-console': gameConsole,
  'game-controller': gameController,
  keyboard,
  mouse,
  webcam,
  printer,
  'ink-bottle': inkBottles,
  ssd,
  'hard-drive': hardDrive,
  'memory-module': memoryModule,
  'memory-card': memoryCard,
  'usb-drive': usbDrive,
  processor,
  motherboard,
  'graphics-card': graphicsCard,
  'power-supply': powerSupply,
  ups,
  refrigerator,
  'air-conditioner': airConditioner,
  'washing-machine': washingMachine,
  'microwave-oven': microwaveOven,
  'rice-cooker': riceCooker,
  blender,
  'electric-kettle': electricKettle,
  iron,
  fan,
  'vacuum-cleaner': vacuumCleaner,
  'water-purifier': waterPurifier,
  trimmer,
  'hair-dryer': hairDryer,
  'smart-bulb': smartBulb,
}
