const folds: Record<string, string> = {
  ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', ё: 'е', э: 'е', й: 'и', ы: 'и', ъ: '', ь: '', щ: 'ш',
}
// The letters of a Latin keyboard under ЙЦУКЕН; its Kazakh layout keeps ә і ң ғ ү ұ қ ө һ on the row of digits.
const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`234589 0-="
const cyrillicKeys = 'йцукенгшщзхъфывапролджэячсмитьбюёәіңғүұ қөһ'
const transliteration: [string, string][] = [
  ['shch', 'щ'], ['sch', 'щ'], ['sh', 'ш'], ['ch', 'ч'], ['zh', 'ж'], ['kh', 'х'], ['gh', 'г'], ['ts', 'ц'], ['yu', 'ю'], ['iu', 'ю'],
  ['ä', 'а'], ['ö', 'о'], ['ü', 'у'], ['ū', 'у'], ['ğ', 'г'], ['ñ', 'н'], ['ş', 'ш'], ['ç', 'ч'], ['ı', 'и'],
  ['ya', 'я'], ['ia', 'я'], ['yo', 'е'], ['ye', 'е'], ['w', 'в'], ['q', 'к'], ['x', 'кс'], ['c', 'к'], ['j', 'ж'], ['h', 'х'], ['y', 'и'],
  ['a', 'а'], ['b', 'б'], ['d', 'д'], ['e', 'е'], ['f', 'ф'], ['g', 'г'], ['i', 'и'], ['k', 'к'], ['l', 'л'], ['m', 'м'], ['n', 'н'],
  ['o', 'о'], ['p', 'п'], ['r', 'р'], ['s', 'с'], ['t', 'т'], ['u', 'у'], ['v', 'в'], ['z', 'з'],
]

/** Words as they compare: small letters, Kazakh letters as the Russian ones people type for want of them, doubled letters once, no signs. */
export function fold(text: string): string {
  const plain = [...text.toLowerCase()].map((letter) => folds[letter] ?? letter).join('')
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').replace(/(\p{L})\1+/gu, '$1').trim()
}

/** The same keys on a Cyrillic keyboard: `cdfhobr` is сварщик. */
export function otherLayout(text: string): string {
  return [...text.toLowerCase()].map((key) => {
    const at = latinKeys.indexOf(key)
    return at < 0 ? key : cyrillicKeys[at] ?? key
  }).join('')
}

/** English on a keyboard left in Russian: `цудвук` is welder. */
export function toLatin(text: string): string {
  return [...text.toLowerCase()].map((letter) => {
    const at = cyrillicKeys.indexOf(letter)
    return at < 0 ? letter : latinKeys[at] ?? letter
  }).join('')
}

/** Russian or Kazakh written in Latin letters: `slesar` is слесарь. */
export function fromLatin(text: string): string {
  return transliteration.reduce((word, [latin, cyrillic]) => word.replaceAll(latin, cyrillic), text.toLowerCase())
}

/** Every way the typed text may have been meant, folded. */
export function readings(query: string): string[] {
  const ways = /[a-zäöüūğñşçı]/i.test(query) ? [query, otherLayout(query), fromLatin(query)] : [query]
  return [...new Set(ways.map(fold))].filter(Boolean)
}
