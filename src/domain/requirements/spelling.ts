import { fromLatin, otherLayout, toLatin } from '../reading/keyboard.ts'

const folds: Record<string, string> = {
  ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', ё: 'е', э: 'е', й: 'и', ы: 'и', ъ: '', ь: '', щ: 'ш',
}
/** Words as they compare: small letters, Kazakh letters as the Russian ones people type for want of them, doubled letters once, no signs. */
export function fold(text: string): string {
  const plain = [...text.toLowerCase()].map((letter) => folds[letter] ?? letter).join('')
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').replace(/(\p{L})\1+/gu, '$1').trim()
}

/** Every way the typed text may have been meant, folded. */
export function readings(query: string): string[] {
  const ways = /[a-zäöüūğñşçı]/i.test(query) ? [query, otherLayout(query), fromLatin(query)] : [query]
  return [...new Set(ways.map(fold))].filter(Boolean)
}
