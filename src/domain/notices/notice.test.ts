import { expect, it } from 'vitest'
import { isAddressed, isPersonal } from './audience.ts'
import { mayBecome, newNotice, NOTICE_STATE_NAMES, textFor, unready } from './notice.ts'

const nobody = newNotice({ id: 'n', number: 1, by: 1, at: 0, fallback: 'ru' })
const text = (words: string) => ({ text: words, entities: [] })
const row = { status: 'collecting', number: '26-0001', account: 7_000_001, profession: 'welder', level: 'g6', branch: null } as const

it('a reader of Kazakh gets the Kazakh text, else the one chosen, else the only one', () => {
  const texts = { kk: text('қазақша'), ru: text('по-русски') }
  expect(textFor({ texts, fallback: 'ru' }, 'kk')?.text).toBe('қазақша')
  expect(textFor({ texts, fallback: 'ru' }, 'en')?.text).toBe('по-русски')
  expect(textFor({ texts: { kk: text('қазақша') }, fallback: 'ru' }, null)?.text).toBe('қазақша')
  expect(textFor({ texts: {}, fallback: 'ru' }, 'kk')).toBeNull()
})

it('marks work together, a list alone, and nobody whose case is closed or erased is meant unless asked for', () => {
  const audience = nobody.audience
  expect(isAddressed(audience, row)).toBe(true)
  expect(isAddressed({ ...audience, levels: ['g6', 'l6'], professions: ['welder'] }, row)).toBe(true)
  expect(isAddressed({ ...audience, levels: ['g5'] }, row)).toBe(false)
  expect(isAddressed({ ...audience, branches: ['north'] }, row)).toBe(false)
  expect(isAddressed({ ...audience, groups: ['returned'] }, row)).toBe(false)
  expect(isAddressed({ ...audience, list: ['7000001'], levels: ['g1'] }, row)).toBe(true)
  expect(isAddressed(audience, { ...row, status: 'closed' })).toBe(false)
  expect(isAddressed({ ...audience, groups: ['closed'] }, { ...row, status: 'closed' })).toBe(true)
  expect(isAddressed({ ...audience, list: ['26-0001'] }, { ...row, status: 'erased' })).toBe(false)
})

it('whoever wants no notices still hears of papers that came back, and what is addressed to them by name', () => {
  expect([{ groups: ['returned' as const] }, { list: ['26-0001'] }, { groups: ['returned' as const, 'staff' as const] }, {}].map((part) => isPersonal({ ...nobody.audience, ...part }))).toEqual([true, true, false, false])
})

it('without a text, or with one too long for a caption, it cannot go out', () => {
  expect(unready(nobody)).toBe('empty')
  const long = { ...nobody, texts: { ru: text('ы'.repeat(1025)) } }
  expect(unready(long)).toBeNull()
  expect(unready({ ...long, media: { kind: 'photo', fileId: 'f' } })).toBe('long')
})

it('what was stopped or thrown away never starts again', () => {
  expect(NOTICE_STATE_NAMES.filter((to) => mayBecome('dropped', to))).toEqual([])
  expect(mayBecome('stopped', 'sending')).toBe(false)
  expect(mayBecome('done', 'correcting')).toBe(true)
})
