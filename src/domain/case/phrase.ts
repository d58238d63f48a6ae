import type { Lang } from './case.ts'

/** A locale key with its values, a text that needs no words around it, or several of them with commas between. */
export type Phrase = { key: string; values?: Record<string, string | number> } | { text: Record<string, string> | string } | { all: Phrase[] }

/** Words for a key in one language; values are HTML-escaped. A missing key throws. */
export type Translate = (key: string, values?: Record<string, string | number>) => string

/** Escapes a person's own text for HTML messages. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Undoes the escaping, for papers and buttons, which are plain text. */
export const plainText = (html: string): string =>
  html.replace(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'").replaceAll('&#x2F;', '/').replaceAll('&amp;', '&')

/** A phrase as HTML in the reader's language. */
export function sayPhrase(t: Translate, lang: Lang, phrase: Phrase): string {
  if ('key' in phrase) return t(phrase.key, phrase.values)
  if ('all' in phrase) return phrase.all.map((each) => sayPhrase(t, lang, each)).join('; ')
  return escapeHtml(typeof phrase.text === 'string' ? phrase.text : (phrase.text[lang] ?? phrase.text['ru'] ?? ''))
}

/** HTML no longer than `longest`, cut between lines so that no tag is torn; "…" says that something is left out. */
export function cutLines(html: string, longest: number): string {
  if (html.length <= longest) return html
  const cut = html.slice(0, longest - 2)
  const whole = cut.slice(0, Math.max(cut.lastIndexOf('\n'), 0))
  const quote = (whole.match(/<blockquote>/g) ?? []).length > (whole.match(/<\/blockquote>/g) ?? []).length
  return `${whole}${quote ? '</blockquote>' : ''}\n…`
}
