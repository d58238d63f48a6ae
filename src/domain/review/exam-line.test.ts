import { expect, it } from 'vitest'
import { readExamLine } from './exam-line.ts'

const read = (text: string) => readExamLine(text, { today: '2026-11-28', fallback: 'ru' })

it.each([
  ['10.12.2026 14:00, Ақсу, Абай 5, kk', { day: '2026-12-10', time: '14:00', place: 'Ақсу, Абай 5', lang: 'kk' }],
  ['2026-12-10, Ақсу қаласы', { day: '2026-12-10', time: null, place: 'Ақсу қаласы', lang: 'ru' }],
  ['10 декабря 2026 9:30, Павлодар, русский', { day: '2026-12-10', time: '09:30', place: 'Павлодар', lang: 'ru' }],
  ['28.11.2026, Аксу, қазақша', { day: '2026-11-28', time: null, place: 'Аксу', lang: 'kk' }],
])('%s', (text, exam) => { expect(read(text)).toEqual(exam) })

it.each(['', 'завтра, Ақсу', '10.12.2026', '10.12.2020, Ақсу', '31.02.2027, Ақсу', '10.12.2026, kk'])('%s is no exam', (text) => { expect(read(text)).toBeNull() })
