import type { Page, Upload } from '../../domain/case/case.ts'
import type { Translate } from '../ports.ts'

/** "Send it as a file" helps nobody who did. */
const keyOf = (reason: string, upload: Pick<Upload, 'kind'>): string => (reason === 'small' && upload.kind === 'document' ? 'smallFile' : reason)

/** What is doubted about one page and what to do, in words; empty for a good one. */
export const verdictWords = (t: Translate, upload: Pick<Upload, 'kind'>, page: Pick<Page, 'doubts'>): string[] =>
  [...new Set(page.doubts.map(({ reason }) => reason))].map((reason) => t(`documents.doubt.${keyOf(reason, upload)}`))

/** Photos are counted as photos; where a file has several pages, all are pages. */
const labelOf = (uploads: readonly Upload[]): string => (uploads.some(({ pages }) => pages.length > 1) ? 'documents.pageNumber' : 'documents.page')

/** One line for each thing said of the pages of a batch, with the numbers it is said of; the good ones too, where not all are. */
export function verdictLines(t: Translate, uploads: readonly Upload[], key = labelOf(uploads)): string[] {
  const said = new Map<string, number[]>()
  const good: number[] = []
  let number = 0
  const say = (words: string): void => { said.set(words, [...(said.get(words) ?? []), number]) }
  for (const upload of uploads) {
    if (upload.state === 'waiting') number++
    if (upload.state === 'refused') { number++; say(t(`documents.refusal.${upload.refusal ?? 'broken'}`)) }
    if (upload.state !== 'stored') continue
    for (const page of upload.pages) {
      number++
      const words = verdictWords(t, upload, page)
      if (words.length === 0) good.push(number)
      words.forEach(say)
    }
  }
  const named = (numbers: number[], words: string): string => `${t(key, { number: shortList(numbers) })} ${words}`
  const lines = [...said].map(([words, numbers]) => `⚠️ ${named(numbers, words)}`)
  return good.length > 0 && lines.length > 0 ? [`☑️ ${named(good, t('documents.goodToo'))}`, ...lines] : lines
}

/** `1, 2, 5–9`: three and more in a row are a range. */
export function shortList(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const each of numbers) {
    const last = runs.at(-1)
    if (last && each === last[1] + 1) last[1] = each
    else runs.push([each, each])
  }
  return runs.flatMap(([from, to]) => (to - from > 1 ? [`${from}–${to}`] : from === to ? [`${from}`] : [`${from}`, `${to}`])).join(', ')
}
