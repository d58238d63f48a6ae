import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { LANGS, type Lang, newCase } from '../../src/domain/case/case.ts'
import type { Entry } from '../../src/domain/requirements/entry.ts'
import { makeWords } from '../../src/i18n/words.ts'
import { loadCatalogue } from '../../src/storage/catalogue-files.ts'
import { questionScreen } from '../../src/telegram/interview/question-screen.ts'
import { ROOT } from './source-files.ts'
import { questionViews } from './question-keys.ts'
import { linesOf } from './text-rules.ts'

/** What a phone of 360 × 740 leaves between its bars, and what Telegram gives a line of text and a row of buttons. */
const ROOM = 624
const LINE = 21
const ROW = 46
const EDGES = 24

const consent = { version: '1', hash: '', lang: 'kk' as const, at: 0, account: 1, name: null, withdrawnAt: null }
let app: App
let longest: Entry

beforeAll(async () => {
  const loaded = await loadCatalogue(path.join(ROOT, 'catalogue'))
  if (!loaded.ok) throw new Error('the catalogue has mistakes')
  longest = [...loaded.catalogue.entries.values()].toSorted((a, b) => b.levels.length - a.levels.length)[0] as Entry
  app = { words: makeWords(), catalogue: loaded.catalogue, centre: { examLanguages: [] }, clock: { now: () => 0, today: () => '2026-11-22' } } as unknown as App
})

const heightOf = (lang: Lang, { question, view }: ReturnType<typeof questionViews>[number]): number => {
  const found = { ...newCase({ id: 'abcdefgh', account: 1, lang, catalogue: '', consent, at: 0 }), lang }
  const screen = questionScreen(app, found, { key: question.id, question, view })
  const rows = screen.buttons?.length ?? screen.keyboard === undefined ? (screen.buttons?.length ?? 0) : 4
  return linesOf(screen.html) * LINE + EDGES + rows * ROW
}

describe('a phone shows a question with all its buttons', () => {
  it.each(LANGS)('in %s', (lang) => {
    const heights = questionViews(longest).map((each) => ({ id: each.question.id, height: heightOf(lang, each) })).toSorted((a, b) => b.height - a.height)
    console.log(`${lang}: tallest ${heights[0]?.id} ${heights[0]?.height} px of ${ROOM}`)
    expect(heights.filter(({ height }) => height > ROOM)).toEqual([])
  })
})
