/** Spellings of one sound that differ from passport to passport; Kazakh letters often typed as Russian ones become the same. */
const SOUNDS: Record<string, string> = {
  А: 'A', Ә: 'A', Б: 'B', В: 'V', Г: 'G', Ғ: 'G', Д: 'D', Е: 'E', Ё: 'E', Э: 'E', Ж: 'ZH', З: 'Z', И: 'I', І: 'I', Й: 'I', К: 'K', Қ: 'K', Л: 'L', М: 'M', Н: 'N', Ң: 'N',
  О: 'O', Ө: 'O', П: 'P', Р: 'R', С: 'S', Т: 'T', У: 'U', Ұ: 'U', Ү: 'U', Ф: 'F', Х: 'H', Һ: 'H', Ц: 'TS', Ч: 'CH', Ш: 'SH', Щ: 'SH', Ъ: '', Ы: 'Y', Ь: '', Ю: 'IU', Я: 'IA',
}

/** Letters only, as they would sound; what transliterations do differently is made alike. */
export function sounded(text: string): string {
  const latin = [...text.normalize('NFC').toUpperCase()].map((letter) => SOUNDS[letter] ?? (/[A-Z]/.test(letter) ? letter : '')).join('')
  return latin.replace(/SHCH|SCH/g, 'SH').replace(/KH|GH/g, (pair) => (pair === 'KH' ? 'H' : 'G')).replace(/NG/g, 'N').replace(/DZH|DJ|J/g, 'ZH').replace(/[YJ](?=[AEOU])/g, 'I').replace(/[YI]+/g, 'I')
    .replace(/Q/g, 'K').replace(/W/g, 'U').replace(/(.)\1+/g, '$1')
}

/** Letters to change, add or leave out, up to `most`. */
export function apart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, n) => n)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)))
    row = next
  }
  return row[other.length]!
}
