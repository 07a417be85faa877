import type { InformationName } from '../../links.ts'

/** A page of information: what it says, in the order it is read. */
export type InformationText = {
  title: string
  /** For search engines and for whoever reads nothing else. */
  summary: string
  sections: { heading: string; paragraphs?: string[]; list?: string[] }[]
}

export const information: Record<InformationName, InformationText> = {
  delivery: {
    title: 'Delivery',
    summary:
      'We deliver to all 64 districts. You see the fee and the days before you order; pay online, or when it arrives.',
    sections: [
      {
        heading: 'How long it takes',
        paragraphs: [
          'We hand your parcel to the courier within 48 hours of your order, usually the same day. The Digital Commerce Guidelines of 2021 allow 5 days within a city and 10 days elsewhere; we plan for less and write the expected dates on your order.',
          'If we cannot keep the date, we call you. You may then cancel without giving a reason.',
        ],
      },
      {
        heading: 'When the courier comes',
        list: [
          'The courier calls the number you gave before coming. Please keep your phone on.',
          'Look at the parcel before you pay. If it is damaged or opened, do not take it, and call us.',
          'Large appliances are carried to your door. Stairs above the second floor without a lift are agreed on the phone.',
          'When nobody can be reached, we call you and try again, without another fee the first time.',
        ],
      },
      {
        heading: 'Cash on delivery',
        paragraphs: [
          'You pay the courier in cash and get a receipt. Please have the amount ready; it stands on your order. An order of a high amount is confirmed by a code to your phone, and a number that refused parcels before may have to pay a part online first: the order says so before anything is sent.',
        ],
      },
    ],
  },
  returns: {
    title: 'Returns and refunds',
    summary: 'Seven days to tell us that something is wrong, and your money back within ten.',
    sections: [
      {
        heading: 'What you can return',
        list: [
          'Within 7 days of delivery: a product that is faulty, damaged, incomplete, or not what you ordered.',
          'Within 3 days of delivery: an unopened product you no longer want. You pay the courier for the way back.',
          'Not: products whose seal is broken without a fault, software keys, and earphones or shavers that were used.',
        ],
      },
      {
        heading: 'How it works',
        list: [
          'Open your order and ask for the return there, or call us or write an e-mail with the order number. A picture of the fault helps.',
          'We agree on a day and collect the parcel, or you send it. Please put in everything that came with it.',
          'We look at it within 3 working days and tell you the result.',
        ],
      },
      {
        heading: 'Your money',
        paragraphs: [
          'You choose: the same product again, another one, or your money. Refunds arrive within 10 days of our decision, by the way you paid; for cash on delivery by mobile banking or bank transfer. When the mistake was ours we pay the delivery back too.',
          'If we cannot deliver what you paid for, we tell you within 48 hours and refund all of it within 10 days.',
        ],
      },
      {
        heading: 'Cancelling',
        paragraphs: [
          'Until your order is packed you cancel it yourself on its page. After that, ask us there to cancel it: we look whether it can still be stopped and tell you. You may also simply not take the parcel.',
        ],
      },
    ],
  },
  warranty: {
    title: 'Warranty',
    summary: 'Official or unofficial stands on every product. Here is what it means for you.',
    sections: [
      {
        heading: 'Official products',
        paragraphs: [
          'Imported or made by the brand’s own company or distributor in Bangladesh. The warranty is the brand’s: any of its service centres takes the product with our invoice. Phones are registered with the regulator and their IMEI stands on the invoice.',
        ],
      },
      {
        heading: 'Unofficial products',
        paragraphs: [
          'Imported outside the brand’s own channel, mostly cheaper. The brand’s service centres need not help, so the warranty is ours: bring or send the product to us and we repair it. Software and menus may be those of another country.',
        ],
      },
      {
        heading: 'What a warranty covers',
        list: [
          'Faults of material and workmanship in normal use, for the time that stands on the product and on your order.',
          'Not: breakage, water, burnt circuits after voltage swings, batteries worn by use, repairs by others.',
          'A repair takes up to 15 working days. If it cannot be repaired, you get an equal product or the value at the time.',
        ],
      },
      {
        heading: 'How to use it',
        paragraphs: [
          'Keep the invoice; the serial number or IMEI on it is your proof. If you lost it, call us with your order number and we send it again.',
        ],
      },
    ],
  },
  contact: {
    title: 'Contact us',
    summary: 'A person answers, in Bangla and English.',
    sections: [
      {
        heading: 'Before you call',
        paragraphs: [
          'How far an order is stands on its page, and under “Track your order” with number and phone. For anything else have the order number at hand; it is in our SMS.',
        ],
      },
      {
        heading: 'If we could not help',
        paragraphs: [
          'Write to us again with the word “complaint” in the subject. Somebody else looks at it and answers within 72 hours. You may also turn to the Directorate of National Consumer Rights Protection (hotline 16121).',
        ],
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    summary: 'We ask for what the parcel needs, and for nothing else.',
    sections: [
      {
        heading: 'What we keep, and why',
        list: [
          'Name, phone, address and note: to deliver your order and to tell you about it.',
          'E-mail, if you give one: to send you the confirmation.',
          'What you ordered and paid: for warranty, returns and the tax law.',
          'Technical records of visits, with the address of your connection: to keep the shop safe; deleted after 30 days.',
        ],
      },
      {
        heading: 'Cookies',
        list: [
          'cart: finds your cart; a random number that says nothing about you; gone 30 days after last use.',
          'language: remembers Bangla or English, when you choose one.',
          'client: tells one browser from another, to hold back programs that ask too fast; a random number; 31 days.',
          'session, device: when you sign in; you stay signed in until you sign out, 90 days at most.',
          'visitor, ticket, pass: when you wait in line for a sale; they keep your place; gone after the sale, the first after 31 days.',
          'No others. We have no advertising cookies, and no other company’s scripts run on our pages.',
        ],
      },
      {
        heading: 'Who else sees it',
        paragraphs: [
          'The courier gets name, phone, address and the amount. Where you pay online, the payment company gets the number of the order and the amount; SSLCOMMERZ, which takes cards, demands name, phone, e-mail and address too. The companies that carry our SMS and e-mails carry them and may not use them. Authorities get what the law demands. Nobody else, and we sell nothing.',
        ],
      },
      {
        heading: 'Your rights',
        paragraphs: [
          'Under the Personal Data Protection Ordinance 2025 you may ask what we have about you, have it corrected or deleted, and take back your consent. Call or write to us; we answer within 30 days. What the tax law makes us keep stays until its time is over. If data is lost or stolen we tell you and the authority.',
        ],
      },
    ],
  },
  terms: {
    title: 'Terms',
    summary: 'The rules between you and us. The Bangla text decides where the two differ.',
    sections: [
      {
        heading: 'Ordering',
        list: [
          'The price is the one shown when you press the button. It includes VAT; delivery stands beside it.',
          'The contract is made when we confirm the order by SMS or on its page. What is sold out is not sold: we tell you at once.',
          'An obvious mistake (a television for ৳10) binds nobody; we tell you and cancel without cost.',
          'We may call to confirm an order. Orders in other people’s names, or never taken, may be refused next time.',
        ],
      },
      {
        heading: 'Paying',
        paragraphs: [
          'Cash on delivery: you pay when you have it. Until then the product is ours, and so is the risk on the way.',
          'Online: you pay on the page of bKash, Nagad or the bank, and we never see your PIN or card number. While you pay we keep the products for ten minutes. What is paid later and finds them sold goes back to you in full.',
        ],
      },
      {
        heading: 'Delivery, return, warranty',
        paragraphs: [
          'As on those pages, which belong to these terms. Your rights under the Consumer Rights Protection Act 2009 stay untouched.',
        ],
      },
      {
        heading: 'Pictures and texts',
        paragraphs: [
          'Pictures show the kind of product; colour and small details can differ. What counts are the specifications. Brand names belong to their owners.',
        ],
      },
      {
        heading: 'Law',
        paragraphs: [
          'The law of Bangladesh applies, among it the Digital Commerce Guidelines 2021. Courts in Dhaka decide. Please talk to us first; most things are settled on the phone.',
        ],
      },
    ],
  },
  about: {
    title: 'About us',
    summary: 'A Dhaka electronics shop that says what others leave out.',
    sections: [
      {
        heading: 'What we do differently',
        list: [
          'Every product says whether it is official, and how long whose warranty lasts.',
          'Prices include VAT, and you see the delivery fee before you order.',
          'Stock is counted, not guessed: what you can order is here.',
          'The shop works on a cheap phone and a weak connection, in Bangla and in English.',
        ],
      },
      {
        heading: 'What we sell',
        paragraphs: [
          'Phones, computers, televisions, home appliances and what belongs to them, from brands that people in Bangladesh buy and that somebody here repairs. We leave out what we would not want to take back.',
        ],
      },
      {
        heading: 'Where we are',
        paragraphs: [
          'We pack and send from Dhaka, six days a week, to every district. Visits are welcome during opening hours; call first if you want to see a certain product.',
        ],
      },
    ],
  },
}

export const informationWords = {
  pages: 'Information pages',
  zonesHeading: 'What it costs',
  zone: 'Where',
  fee: 'First kilogram',
  extra: 'Each further kilogram',
  days: 'Days',
  dayRange: (min: string, max: string) => `${min}–${max}`,
  zonesAway:
    'The fee depends on your upazila and the weight. You see it on the product page for your district and at checkout, before you order.',
  phone: 'Phone',
  email: 'E-mail',
  address: 'Address',
  hours: 'Open',
  papers: 'Papers',
}
