/**
 * Folding: what two people mean alike is made to look alike before it is compared.
 * Many phones here have no Kazakh keyboard, so «қазір», «казир» and «казiр» are one word.
 */
const kazakhToRussian: Record<string, string> = {
  ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', ё: 'е',
}

const latinToCyrillic: Record<string, string> = {
  a: 'а', c: 'с', e: 'е', h: 'һ', i: 'і', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у',
  A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', I: 'І', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х', Y: 'У',
}

/** Full-width, Arabic and keycap digits become 0–9; a kandas may well have such a keyboard. */
export function plainDigits(text: string): string {
  return text
    .replace(/[０-９]/g, digit => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, digit => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\uFE0F\u20E3]/g, '')
}

/** A Latin letter inside a Cyrillic word (the old habit «Серiк») becomes its Cyrillic twin. */
export function oneScript(text: string): string {
  return text.replace(/\p{L}+/gu, word =>
    /\p{Script=Cyrillic}/u.test(word) ? word.replace(/[A-Za-z]/g, letter => latinToCyrillic[letter] ?? letter) : word)
}

/** Every kind of blank is one space, every kind of dash is a hyphen, invisible marks are gone. */
export function plainSpacing(text: string): string {
  return text
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Lower case, one alphabet, plain digits and blanks; punctuation stays, for readers that need it. */
export function foldLetters(text: string): string {
  return oneScript(plainSpacing(plainDigits(text.toWellFormed().normalize('NFC'))))
    .toLowerCase()
    .replace(/[әғқңөұүһіё]/g, letter => kazakhToRussian[letter] ?? letter)
}

/** As `foldLetters`, and punctuation and pictures become blanks: the form in which words are compared. */
export function fold(text: string): string {
  return foldLetters(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()
}
