/** What Telegram understands in HTML mode. */
const TAGS = ['b', 'strong', 'i', 'em', 'u', 'ins', 's', 'strike', 'del', 'code', 'pre', 'blockquote', 'tg-spoiler', 'a']
const TAG = /<(\/?)([a-z-]+)(?: [^>]*)?>/g
const SIGN = /\p{Extended_Pictographic}|\uFE0F|\p{S}|[\s.,:;!?…—–-]/gu

export const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((found) => found[1] ?? ''))].sort()

export const tags = (text: string): string[] => [...text.matchAll(TAG)].map((found) => `${found[1]}${found[2]}`).sort()

/** What is wrong with the HTML: a tag Telegram does not know, one left open, a bare sign. Null when all is well. */
export function htmlMistake(text: string): string | null {
  const open: string[] = []
  for (const [, slash, name = ''] of text.matchAll(TAG)) {
    if (!TAGS.includes(name)) return `<${name}> is not Telegram's`
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return `</${name}> closes nothing`
  }
  if (open.length > 0) return `<${open.join('> <')}> stays open`
  const rest = text.replace(TAG, '')
  if (/[<>]/.test(rest)) return 'a bare < or >'
  return /&(?!(?:lt|gt|amp|quot|#\d+);)/.test(rest) ? 'a bare &' : null
}

/** A suffix would have to follow the value's vowels or case; the ordinals «3-қадам» and «3-фото» are written the same for every number. */
const ORDINALS = /\{\{(?:at|number|value)\}\}-(?:қадам|фото|бет|разряд)/g
export const hasSuffix = (text: string): boolean => /\}\}(?:['’ʼ-]?\p{L})/u.test(text.replace(ORDINALS, ''))

/** A button that says nothing without its picture. */
export const isOnlySigns = (text: string): boolean => text.replace(SIGN, '') === ''

/** Twelve letters and more that are the same in both languages are mostly a sentence nobody translated. */
export const isUntranslated = (kk: string, ru: string): boolean => kk === ru && (kk.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) >= 12

export const visibleLength = (text: string): number => [...text.replace(TAG, '').replaceAll(/\{\{\w+\}\}/g, '00')].length

/** Lines on a phone 360 px wide. */
export const LINE = 38
export const linesOf = (text: string): number => text.replace(TAG, '').split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / LINE)), 0)
