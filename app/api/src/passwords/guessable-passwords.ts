let lists: Promise<ReadonlySet<string>> | undefined

/**
 * Whether attackers try this password first: it is among the 49,233 most used in published breaches (dictionary `passwords` of
 * @zxcvbn-ts/language-common, MIT), or is little more than what others know of the person (`known`: number, address, name) or
 * the shop's name. Works offline.
 */
export async function isGuessable(text: string, known: readonly (string | null)[]): Promise<boolean> {
  const password = text.normalize('NFKC').toLowerCase()
  const breached = await readLists()
  if (breached.has(password)) return true
  return ['dhakacart', ...known.flatMap(piecesOf)].some(
    (piece) => password.includes(piece) && password.length - piece.length < remainderMin,
  )
}

/** Characters that a password needs beside a piece that others know. */
const remainderMin = 6
/** A shorter piece, a name of three letters, is in many good passwords by chance. */
const pieceMin = 4

/** What somebody could know: the number without its prefix, the part before @, each word of a name. */
function piecesOf(known: string | null): string[] {
  const text = (known ?? '').normalize('NFKC').toLowerCase()
  const pieces = text.startsWith('+880') ? [text.slice(4)] : text.replace(/@.*$/, '').split(/[\s.]+/)
  return pieces.filter((piece) => piece.length >= pieceMin)
}

/** Read when the first password is chosen: about 3 MB that most processes never need. */
function readLists(): Promise<ReadonlySet<string>> {
  lists ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']))
  return lists
}
