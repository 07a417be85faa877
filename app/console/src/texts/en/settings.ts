export const settings = {
  title: 'Settings',
  text: 'Rules of the shop that hold from the moment they are saved, without a deploy.',
  rules: 'Rules',
  readOnly: 'Your role may look at the settings, not change them.',
  never: 'never',
  range: (least: string, most: string) => `Give a number from ${least} to ${most}.`,
  codConfirmationFromPaisa: {
    label: 'Cash on delivery: confirm by code from',
    help: 'Orders from this amount wait for a code that goes to the phone by SMS. Empty: never.',
  },
  codAdvanceFromPaisa: {
    label: 'Cash on delivery: advance from',
    help: 'Orders from this amount need an advance from everybody. Empty: from nobody.',
  },
  codConfirmationMinutes: {
    label: 'Time for the code',
    help: 'So long an order keeps its products while it waits for the code.',
    unit: 'minutes',
  },
  codOpenOrdersPerPhone: {
    label: 'Open orders of one phone',
    help: 'So many orders paid on delivery may be on their way to one phone at once.',
    unit: 'orders',
  },
  codAdvancePercent: {
    label: 'Advance',
    help: 'This part of the order is paid first. The law wants escrow above ten percent.',
    unit: '%',
  },
  codRefusedParcelsForAdvance: {
    label: 'Refused parcels before an advance',
    help: 'A phone that refused so many parcels pays an advance.',
    unit: 'parcels',
  },
  returnWindowDays: {
    label: 'Time for returns',
    help: 'So many days after delivery something may be returned. 0: not at all.',
    unit: 'days',
  },
  codesPerDay: {
    label: 'Codes by SMS in a day',
    help: 'So many codes the whole shop sends in a day at the most; this bounds the bill if somebody bombs numbers. A sale day with 100,000 buyers needs 250,000.',
    unit: 'codes',
  },
}

/** Terms of instalments. */
export const instalments = {
  title: 'Instalments',
  text: 'Which banks let their cards pay in instalments through SSLCOMMERZ. Write down what your contract says: product pages, checkout and payment follow within two seconds.',
  minimum: 'Smallest amount',
  minimumHelp: 'Orders below it are paid all at once.',
  minimumMissing: 'Give the amount; 0 where there is none.',
  banks: 'Banks',
  none: 'Without a bank no instalments are offered.',
  add: 'Add a bank',
  remove: 'Remove',
  bankEn: 'Bank, in English',
  bankBn: 'Bank, in Bangla',
  months: 'Months',
  monthsHelp: 'Months with commas between, like 3, 6, 12.',
  fee: 'Fee, %',
  feeHelp: 'The fee is what the bank adds to the price; empty: nothing.',
  bankTwice: 'A bank is named twice. Name each once, with all its months.',
  newBank: 'New bank',
  nth: (number: string) => `Bank ${number}`,
  planWrong: (bank: string, months: string, percent: string) =>
    `${bank}: give its name in both languages and its months, from 2 to ${months}; a fee is at most ${percent} percent.`,
}
