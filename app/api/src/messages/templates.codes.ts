import type { Language } from '@dhakacart/contract/language.ts'
import type { CodePurpose } from '../codes/codes.service.ts'

/**
 * The SMS that brings a code, one segment in either language. Digits stay Latin in Bangla too: phones offer to fill in a code only
 * when they can read it, and every bank's code looks so. It says that nobody asks for it, because swindlers do.
 */
export const codeTexts: Record<Language, Record<CodePurpose, (code: string) => string>> = {
  en: {
    sign_in: (code) =>
      `DhakaCart: ${code} is your code to sign in. It works for 10 minutes. Tell it to nobody; we never ask for it.`,
    confirm_order: (code) =>
      `DhakaCart: ${code} is your code to confirm your order. It works for 10 minutes. Tell it to nobody; we never ask for it.`,
    confirm_phone: (code) =>
      `DhakaCart: ${code} is your code to confirm this number. It works for 10 minutes. Tell it to nobody; we never ask for it.`,
    reset_password: (code) =>
      `DhakaCart: ${code} is your code for a new password. It works for 10 minutes. Not you? Ignore it and tell it to nobody.`,
    erase_account: (code) =>
      `DhakaCart: ${code} is your code to erase your account for good. It works for 10 minutes. Not you? Tell it to nobody.`,
  },
  bn: {
    sign_in: (code) => `ঢাকাকার্ট: লগইন কোড ${code}, ১০ মিনিট চলবে। কাউকে বলবেন না।`,
    confirm_order: (code) => `ঢাকাকার্ট: অর্ডারের কোড ${code}, ১০ মিনিট চলবে। কাউকে বলবেন না।`,
    confirm_phone: (code) => `ঢাকাকার্ট: নম্বর যাচাইয়ের কোড ${code}, ১০ মিনিট চলবে। কাউকে বলবেন না।`,
    reset_password: (code) => `ঢাকাকার্ট: পাসওয়ার্ড কোড ${code}, ১০ মিনিট চলবে। কাউকে বলবেন না।`,
    erase_account: (code) => `ঢাকাকার্ট: অ্যাকাউন্ট মোছার কোড ${code}, ১০ মিনিট চলবে। কাউকে বলবেন না।`,
  },
}

/** The e-mail that brings the code confirming its address. */
export const emailCodeTexts: Record<Language, (code: string) => { subject: string; body: string }> = {
  en: (code) => ({
    subject: `${code} confirms your e-mail address`,
    body: [
      `${code} is the code that confirms this e-mail address for your DhakaCart account. It works for 10 minutes.`,
      'Was it not you? Then somebody mistyped their address. Ignore this e-mail and tell the code to nobody.',
      'DhakaCart',
    ].join('\n\n'),
  }),
  bn: (code) => ({
    subject: `ই-মেইল নিশ্চিত করার কোড ${code}`,
    body: [
      `${code} কোডটি দিয়ে আপনার ঢাকাকার্ট অ্যাকাউন্টে এই ই-মেইল ঠিকানা নিশ্চিত করুন। ১০ মিনিট চলবে।`,
      'আপনি চাননি? তাহলে কেউ ভুল ঠিকানা লিখেছেন। এই ই-মেইল উপেক্ষা করুন, কোডটি কাউকে বলবেন না।',
      'ঢাকাকার্ট',
    ].join('\n\n'),
  }),
}
