import type { mailbox as english } from '../en/mailbox.ts'

export const mailbox: typeof english = {
  title: 'মেইলবক্স',
  text: 'এই শপ যত এসএমএস ও ই-মেইল পাঠিয়েছে। ল্যাপটপে কিছুই বাইরে যায় না, সব এখানে জমা হয়; নতুনটি আগে।',
  empty: 'এখনো কিছু পাঠানো হয়নি। একটি অর্ডার করে আবার দেখুন।',
  sms: 'এসএমএস',
  email: 'ই-মেইল',
  to: (recipient: string) => `প্রাপক ${recipient}`,
  reload: 'আবার দেখুন',
  follow: 'প্রতি ৫ সেকেন্ডে আবার দেখুন',
  stopFollowing: 'নিজে থেকে আবার দেখা বন্ধ করুন',
  older: 'আগের বার্তা',
  newest: 'সবচেয়ে নতুন বার্তা',
}
