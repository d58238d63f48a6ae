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

const onKeys = (token: string): string => (/^\d/.test(token) ? token.replace(/[a-z]/gi, otherLayout) : otherLayout(token))

/** As `otherLayout`, word by word: numbers and what stands between them stay as they are. */
const retyped = (text: string): string => text.split(/(\s+)/).map((token) => (/[a-z]/i.test(token) ? onKeys(token) : token)).join('')

const cyrillic = /[а-яёәғқңөұүһі]/i
const latin = /[a-z]/i

/** The other ways a line may have been meant: the keyboard was left in another language, or the words are spelt in its letters. */
export function otherReadings(text: string): string[] {
  if (cyrillic.test(text)) return /[a-z]/i.test(text) ? [] : [toLatin(text)]
  return latin.test(text) ? [retyped(text), fromLatin(text)] : []
}

const shareOf = (letters: RegExp, text: string): number => (text.match(letters)?.length ?? 0) / Math.max(1, text.match(/\p{L}/gu)?.length ?? 0)

/** Latin letters that make no words, and Cyrillic ones under the same keys that do: «Bdfyjd Bdfy» is Иванов Иван. */
export function isWrongLayout(text: string): boolean {
  if (!/^[a-z\s[\];',.`-]{6,}$/i.test(text)) return false
  return shareOf(/[aeiou]/gi, text) < 0.15 && shareOf(/[аеёиоуыэюяәөұүі]/gi, otherLayout(text)) > 0.25
}
