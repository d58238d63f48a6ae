import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnswerValue } from '../case/case.ts'
import { sampleEntry } from '../requirements/entry-samples.ts'
import { daysDecide, experience } from '../requirements/experience.ts'
import { daysAsked } from './days-asked.ts'
import type { View } from './question.ts'

const today = '2026-11-22'
const entry = sampleEntry({ experience: { state: 'demanded', ways: [{ months: 24 }], text: { ru: 'не менее двух лет' } } })

const asked = (told: Record<string, AnswerValue>): string[] => {
  const answers: Record<string, AnswerValue> = { level: 'g6', jobs: 'yes', ...told }
  const get = (key: string) => answers[key]
  const view: View = { entry, today, examLanguages: [], get, here: get }
  return daysAsked(view).map(({ job, end, month }) => `${job} ${end} ${month}`)
}

const job = (index: number, from: string, to: string | null, more = 'no'): Record<string, AnswerValue> =>
  ({ [`job.${index}.employer`]: 'А', [`job.${index}.position`]: 'Б', [`job.${index}.period`]: { from, to }, [`job.${index}.more`]: more })

test('months that are enough, or not enough, in any reading ask for no day', () => {
  expect(asked(job(0, '2020-01', '2022-06'))).toEqual([])
  expect(asked(job(0, '2020-01', '2021-01'))).toEqual([])
  expect(asked({})).toEqual([])
})

test('two years to the month: the first day is asked, then the last', () => {
  const told = job(0, '2020-01', '2021-12')
  expect(asked(told)).toEqual(['0 from 2020-01', '0 to 2021-12'])
  expect(asked({ ...told, 'day.0.from': '2020-01-01' })).toEqual(['0 from 2020-01', '0 to 2021-12'])
  expect(asked({ ...told, 'day.0.from': '2020-01-09' })).toEqual(['0 from 2020-01'])
})

test('who does not remember the first day is asked for the last all the same', () =>
  expect(asked({ ...job(0, '2020-01', '2021-12'), 'day.0.from': { skipped: 'unknown' } })).toEqual(['0 from 2020-01', '0 to 2021-12']))

test('no day is asked of a month whose day was told, nor of a job that goes on', () => {
  expect(asked(job(0, '2020-01-01', '2021-12'))).toEqual(['0 to 2021-12'])
  expect(asked(job(0, '2024-11', null))).toEqual(['0 from 2024-11'])
})

test('nothing is asked before the last job is told, or where the level asks for none', () => {
  const { 'job.0.more': _more, ...open } = job(0, '2020-01', '2021-12')
  expect(asked(open)).toEqual([])
  const free: View = { entry: sampleEntry(), today, examLanguages: [], get: (key) => ({ level: 'g6', jobs: 'yes', ...job(0, '2020-01', '2021-12') } as Record<string, AnswerValue>)[key], here: () => undefined }
  expect(daysAsked(free)).toEqual([])
})

test('when all that is asked is answered, the days decide no more', () => {
  const month = fc.integer({ min: 2018 * 12, max: 2026 * 12 }).map((at) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`)
  fc.assert(fc.property(fc.array(fc.tuple(month, month), { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 28 }), (periods, day) => {
    let told: Record<string, AnswerValue> = Object.assign({}, ...periods.map(([one, other], index) =>
      job(index, one < other ? one : other, one < other ? other : one, index === periods.length - 1 ? 'no' : 'yes')))
    for (let turn = 0; turn < 7; turn++) {
      const open = asked(told).map((each) => each.split(' ')).find(([at, end]) => !(`day.${at}.${end}` in told))
      if (!open) break
      told = { ...told, [`day.${open[0]}.${open[1]}`]: `${open[2]}-${String(day).padStart(2, '0')}` }
    }
    const known = periods.map(([one, other], index) => {
      const [from, to] = one < other ? [one, other] : [other, one]
      return { from: String(told[`day.${index}.from`] ?? from), to: String(told[`day.${index}.to`] ?? to) }
    })
    expect(daysDecide(experience(known, today), 24)).toBe(false)
  }), { numRuns: 300 })
})
