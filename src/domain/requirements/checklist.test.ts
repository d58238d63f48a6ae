import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checklistFor } from './checklist.ts'
import { sampleEntry, sampleLevel, person, vocational } from './entry-samples.ts'
import type { EducationFact, Facts } from './facts.ts'
import { citizenships, educationLevels } from './facts.ts'

const list = (row: Record<string, unknown>, facts: Partial<Facts> = {}) =>
  checklistFor({ entry: sampleEntry(row), level: sampleLevel(row), facts: person(facts) })
const need = (kind: string, row: Record<string, unknown>, facts: Partial<Facts> = {}) => list(row, facts).find((i) => i.kind === kind)?.need
const foreign = (level: EducationFact['level']): EducationFact => ({ level, finished: true, country: 'other' })
const experience = { state: 'demanded', ways: [{ months: 24 }], text: { ru: 'не менее 2 лет' } }
const unread = { confidence: 'name-and-grade', education: 'unread', experience: 'unread', special: 'unread' }

test('everybody brings the application, which Qujat makes, and an identity document', () => {
  expect(list({}).filter((i) => i.need === 'required').map((i) => [i.kind, i.uploadable])).toEqual([['application', false], ['identity', true]])
})

test('education and work papers are due only where education and experience are demanded', () => {
  expect(need('education', {})).toBe('not-needed')
  expect(need('education', { education: vocational })).toBe('required')
  expect(need('work', {})).toBe('not-needed')
  expect(need('work', { experience })).toBe('required')
})

test('a paper that is not needed may still be sent', () => {
  expect(list({}).find((i) => i.kind === 'education')?.uploadable).toBe(true)
})

test('where the text was not read, the centre decides', () => {
  expect(need('education', unread)).toBe('centre-decides')
  expect(need('work', unread)).toBe('centre-decides')
  expect(need('special', unread)).toBe('centre-decides')
})

test('a second-hand demand becomes required on the day the centre confirms it', () => {
  const row = { confidence: 'secondary', education: vocational }
  expect(need('education', row)).toBe('centre-decides')
  expect(need('education', { ...row, confirmedByCentreOn: '2026-11-23' })).toBe('required')
})

test('who left college unfinished is told of the certificate, who never studied is not', () => {
  const why = (education: EducationFact[]) => list({ education: vocational }, { education }).find((i) => i.kind === 'education')?.reason
  expect(why([{ level: 'tve', finished: false, country: 'kz' }])).toBe('why.education.unfinished')
  expect(why([{ level: 'none', finished: false, country: 'kz' }])).toBe('why.education.demanded')
})

test('a kandas brings the kandas certificate too', () => {
  expect(need('kandas', {}, { citizenship: 'kandas' })).toBe('required')
  expect(need('kandas', {}, { citizenship: 'kz' })).toBeUndefined()
})

test('whether a foreign document must be recognised first the centre decides: the rules leave the choice', () => {
  expect(need('education-recognition', { education: vocational }, { education: [foreign('higher')] })).toBe('centre-decides')
  expect(need('education-recognition', { education: vocational }, { education: [foreign('tve')] })).toBe('centre-decides')
  expect(need('education-recognition', {}, { education: [foreign('higher')] })).toBeUndefined()
})

test('a blaster is not told that his right to blast must be shown: the rules do not list it', () => {
  const special = { state: 'demanded', text: { ru: 'право на взрывные работы' } }
  expect(need('special', { special })).toBe('centre-decides')
  expect(need('special', { special: { ...special, ofCandidate: true } })).toBe('required')
})

test('earlier recognition papers are asked only of those who have them', () => {
  expect(need('earlier', {}, { earlier: true })).toBe('required')
  expect(need('earlier', {}, { earlier: false })).toBeUndefined()
  expect(need('earlier', {})).toBe('optional')
})

const anyone: fc.Arbitrary<Facts> = fc.record({
  education: fc.array(fc.record({ level: fc.constantFrom(...educationLevels), finished: fc.boolean(), country: fc.constantFrom('kz', 'other') }), { maxLength: 3 }),
  jobs: fc.constant([]),
  citizenship: fc.constantFrom(...citizenships),
  earlier: fc.boolean(),
  initiative: fc.constantFrom('own', 'employer'),
  payer: fc.constantFrom('self', 'employer', 'voucher'),
})
const anyRow = fc.constantFrom({}, unread, { education: vocational }, { education: vocational, experience }, { confidence: 'secondary', education: vocational, experience })

test('nothing is required without a clause; ids are short and never doubled; identity always stands', () => {
  fc.assert(fc.property(anyRow, anyone, (row, facts) => {
    const items = list(row, facts)
    for (const item of items) {
      if (item.need === 'required') expect(item.clause).not.toBeNull()
      expect(item.id.length).toBeLessThanOrEqual(20)
    }
    expect(new Set(items.map((i) => i.id)).size).toBe(items.length)
    expect(items.find((i) => i.kind === 'identity')?.need).toBe('required')
  }))
})
