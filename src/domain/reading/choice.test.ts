import { expect, test } from 'vitest'
import { readChoice } from './choice.ts'

const citizenship = [
  { id: 'kz', labels: ['🇰🇿 Қазақстан', 'Казахстан', 'Kazakhstan'] },
  { id: 'kandas', labels: ['Қандас', 'Кандас'] },
  { id: 'foreign', labels: ['Шетел азаматы', 'Иностранец', 'Foreign citizen'] },
  { id: 'stateless', labels: ['Азаматтығы жоқ', 'Без гражданства'] },
]
const grades = [{ id: 'g4', labels: ['4 разряд'] }, { id: 'g5', labels: ['5-разряд'] }, { id: 'g14', labels: ['14 разряд'] }]

test.each([
  ['Қандас', 'kandas'], ['кандас', 'kandas'], ['қандаспын', 'kandas'], ['ҚАЗАҚСТАН!', 'kz'], ['каз', 'kz'], ['kazakh', 'kz'],
  ['инос', 'foreign'], ['азаматы', 'foreign'], ['азаматтығы', 'stateless'], ['2', 'kandas'], ['2️⃣', 'kandas'], ['№3', 'foreign'], ['4-ші', 'stateless'],
])('"%s" chooses %s', (text, id) => expect(readChoice(text, citizenship)).toEqual({ ok: true, value: id }))

test.each(['', 'ка', '5', '0', 'паспорт', 'не кандас', '👍'])('"%s" is not guessed', text =>
  expect(readChoice(text, citizenship)).toEqual({ ok: false, reason: 'choice.unknown' }))

test('among grades a number is the grade, not the place in the list', () => {
  expect(readChoice('4', grades)).toEqual({ ok: true, value: 'g4' })
  expect(readChoice('5', grades)).toEqual({ ok: true, value: 'g5' })
  expect(readChoice('1', grades)).toEqual({ ok: false, reason: 'choice.unknown' })
})
