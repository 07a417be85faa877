// How Bangla letters are written when Bangladeshis type Bangla with Latin letters, after the usual chat spelling.
const consonants: Record<string, string> = {
  ক: 'k',
  খ: 'kh',
  গ: 'g',
  ঘ: 'gh',
  ঙ: 'ng',
  চ: 'ch',
  ছ: 'ch',
  জ: 'j',
  ঝ: 'jh',
  ঞ: 'n',
  ট: 't',
  ঠ: 'th',
  ড: 'd',
  ঢ: 'dh',
  ণ: 'n',
  ত: 't',
  থ: 'th',
  দ: 'd',
  ধ: 'dh',
  ন: 'n',
  প: 'p',
  ফ: 'f',
  ব: 'b',
  ভ: 'v',
  ম: 'm',
  য: 'j',
  র: 'r',
  ল: 'l',
  শ: 'sh',
  ষ: 'sh',
  স: 's',
  হ: 'h',
  ড়: 'r',
  ঢ়: 'r',
  য়: 'y',
  ব়: 'r',
  ৎ: 't',
  ৱ: 'w',
  ৰ: 'r',
}
const vowels: Record<string, string> = {
  অ: 'o',
  আ: 'a',
  ই: 'i',
  ঈ: 'i',
  উ: 'u',
  ঊ: 'u',
  ঋ: 'ri',
  এ: 'e',
  ঐ: 'oi',
  ও: 'o',
  ঔ: 'ou',
}
const signs: Record<string, string> = {
  'া': 'a',
  'ি': 'i',
  'ী': 'i',
  'ু': 'u',
  'ূ': 'u',
  'ৃ': 'ri',
  'ে': 'e',
  'ৈ': 'oi',
  'ো': 'o',
  'ৌ': 'ou',
}
const marks: Record<string, string> = { 'ং': 'ng', 'ঃ': '', 'ঁ': '' }

const nukta = '\u09bc'
const hasanta = '\u09cd'

/** A Bangla word in Latin letters, as it is spoken; other letters stay. Expects what wordsOf makes. */
export function transliterate(word: string): string {
  const prepared = word
    // Ya-phala opens the next vowel (স্যামসাং is spoken samsang); alone at the end of a cluster it is not heard.
    .replace(/\u09cd\u09af(?!\u09bc)/g, '')
    // ও followed by the sign of আ after য় is how English w is written: ওয়ালটন.
    .replace(/ওয\u09bc(?=[\u09be-\u09cc])/g, 'w')
  let latin = ''
  const letters = [...prepared]
  for (let index = 0; index < letters.length; index += 1) {
    const next = letters[index + 1]
    const letter = (letters[index] as string) + (next === nukta ? nukta : '')
    if (next === nukta) index += 1
    // The o between two consonants is not written: loanwords, which most names of goods are, are spoken without it.
    latin +=
      consonants[letter] ?? vowels[letter] ?? signs[letter] ?? marks[letter] ?? (letter === hasanta ? '' : letter)
  }
  return latin
}
