import type { signIn as english } from '../en/sign-in.ts'

export const signIn: typeof english = {
  title: 'কনসোলে সাইন ইন করুন',
  email: 'ই-মেইল',
  password: 'পাসওয়ার্ড',
  action: 'সাইন ইন',
  code: 'কোড',
  codeHelp: 'আপনার অথেন্টিকেটর অ্যাপের ছয়টি সংখ্যা।',
  codeMissing: 'কোডের ছয়টি সংখ্যা দিন।',
  emailMissing: 'আপনার ই-মেইল ঠিকানা দিন।',
  passwordMissing: 'আপনার পাসওয়ার্ড দিন।',
  expiredTitle: 'আপনার সেশন শেষ হয়েছে',
  expiredText: 'চালিয়ে যেতে আবার সাইন ইন করুন। যা লিখেছেন তা থেকে গেছে।',
  stepUpTitle: 'আপনিই যে করছেন তা নিশ্চিত করুন',
  stepUpText: 'কাজটি গুরুত্বপূর্ণ, শুধু খোলা জানালার ভরসায় করা যায় না। অথেন্টিকেটর অ্যাপে এখন যে কোড দেখাচ্ছে তা দিন।',
  stepUpAction: 'নিশ্চিত করুন',
}
