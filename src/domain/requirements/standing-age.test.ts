import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeAge } from './standing-age.ts'
import { defaultAge } from './entry-file.ts'

const anyDay = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))

test('time never makes an age worse, and the exam day told is the first on which the age fits', () => {
  const order = ['not', 'human', 'meets']
  const at = (birth: string, examDate: string) => judgeAge(defaultAge, { birth, today: '2020-01-01', examDate })
  fc.assert(fc.property(anyDay, anyDay, anyDay, (birth, one, other) => {
    const [early, late] = [one, other].sort() as [string, string]
    expect(order.indexOf(at(birth, late).state)).toBeGreaterThanOrEqual(order.indexOf(at(birth, early).state))
    const day = at(birth, early).change?.values['date']
    if (day) expect([at(birth, String(day)).state, at(birth, new Date(Date.parse(String(day)) - 86_400_000).toISOString().slice(0, 10)).state]).toEqual(['meets', 'human'])
  }))
})
