import { audioLeaves } from './audio.ts'
import { cameraAndGamingLeaves } from './cameras-and-gaming.ts'
import { computerAccessoryLeaves } from './computer-accessories.ts'
import { componentLeaves } from './computer-components.ts'
import { computerLeaves } from './computers.ts'
import { homeApplianceLeaves } from './home-appliances.ts'
import { kitchenAndPersonalCareLeaves } from './kitchen-and-personal-care.ts'
import type { Leaf } from './leaf.ts'
import { networkingLeaves } from './networking.ts'
import { phoneAccessoryLeaves } from './phone-accessories.ts'
import { phoneAndTabletLeaves } from './phones-and-tablets.ts'
import { smartphones } from './smartphones.ts'
import { televisionLeaves } from './televisions.ts'
import { wearableLeaves } from './wearables.ts'

/** Every leaf category, in the order of the menu. */
export const leaves: Leaf[] = [
  smartphones,
  ...phoneAndTabletLeaves,
  ...phoneAccessoryLeaves,
  ...computerLeaves,
  ...componentLeaves,
  ...computerAccessoryLeaves,
  ...networkingLeaves,
  ...televisionLeaves,
  ...audioLeaves,
  ...wearableLeaves,
  ...cameraAndGamingLeaves,
  ...homeApplianceLeaves,
  ...kitchenAndPersonalCareLeaves,
]
