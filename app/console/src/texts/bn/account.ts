import type { account as english } from '../en/account.ts'

export const account: typeof english = {
  title: 'আমার অ্যাকাউন্ট',
  role: 'দায়িত্ব',
  passwordTitle: 'পাসওয়ার্ড বদলান',
  current: 'এখনকার পাসওয়ার্ড',
  passwordDone: 'আপনার পাসওয়ার্ড বদলেছে। অন্য সব সেশন শেষ হয়েছে।',
  sessionsTitle: 'কোথায় কোথায় সাইন ইন করা আছে',
  sessionsText: 'যেটি চেনেন না সেটি শেষ করুন, তারপর পাসওয়ার্ড বদলান।',
  device: 'ডিভাইস',
  thisOne: 'এটিই',
  signedIn: 'সাইন ইন',
  lastUsed: 'শেষ ব্যবহার',
  end: 'শেষ করুন',
  endNamed: (device) => `${device}-এর সেশন শেষ করুন`,
  ended: 'সেশনটি শেষ হয়েছে।',
  recoveryTitle: 'রিকভারি কোড',
  recoveryLeft: (count) => `${count}টি কোড বাকি। ফোন হারালে প্রতিটি দিয়ে একবার সাইন ইন করা যায়।`,
  recoveryNew: 'নতুন কোড তৈরি করুন',
  recoveryFew: 'অল্প কয়েকটি রিকভারি কোড বাকি। “আমার অ্যাকাউন্ট” থেকে নতুন তৈরি করুন।',
  unknownDevice: 'অচেনা ডিভাইস',
}
