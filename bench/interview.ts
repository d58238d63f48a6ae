import { controlDigit } from '../src/domain/reading/twelve-digits.ts'
import type { Move } from './updates.ts'

/** `case` is known from the consent on: before, buttons name no case. */
export type Scripted = (person: { id: number; case: string }) => Move

const press = (key: string, option: string): Scripted => (person) => ({ data: `q:${person.case}:${key}:${option}` })
const button = (data: string): Scripted => () => ({ data })
const type = (text: string): Scripted => () => ({ text })

/** A valid number of its own for each person, born on 1 January 1990. */
export function iinOf(person: number): string {
  for (let serial = (person * 7) % 10_000; ; serial = (serial + 1) % 10_000) {
    const eleven = `9001013${String(serial).padStart(4, '0')}`
    const digit = controlDigit(eleven)
    if (digit !== undefined) return eleven + String(digit)
  }
}

/** Up to the consent: the next update of a person has a case. */
export const OPENING: Scripted[] = [type('/start'), button('g:kk'), button('m:begin'), button('c:yes')]

const SOUGHT: Scripted[] = [
  type('данекерлеуши'), press('profession', 'electric-gas-welder'), press('level', 'grade-6'), press('who', 'self'), press('initiative', 'own'), press('payer', 'self'),
]

const ABOUT: Scripted[] = [
  type('Сериков Серік Серікұлы'), press('consentName', 'yes'),
  ({ id }) => ({ text: iinOf(id) }), type('01.01.1990'), press('citizenship', 'kz'),
  ({ id }) => ({ text: `+7701${String(id % 10_000_000).padStart(7, '0')}` }),
  type('Қарағанды қаласы, Бұқар жырау даңғылы 12-34'), press('examLanguage', 'kk'), press('needs', 'no'),
]

export const school = (n: number, more: 'yes' | 'no'): Scripted[] => [
  press(`edu.${n}.level`, 'tve'), type('Қарағанды политехникалық колледжі'), type('Электрогазосварщик'), press(`edu.${n}.country`, 'kz'),
  type('2009'), press(`edu.${n}.finished`, 'yes'), press(`edu.${n}.more`, more),
]

export const job = (n: number, more: 'yes' | 'no'): Scripted[] => [
  type('ТОО «Караганда Жылу Сервис»'), type('Электрогазосварщик'), type('5 разряд'), type('03.2010 - 06.2018'),
  press(`job.${n}.proof`, 'work-book'), press(`job.${n}.more`, more),
]

/** Everything up to the question about schools. */
export const BEGINNING: Scripted[] = [...OPENING, ...SOUGHT, ...ABOUT]

/** A whole interview of a welder with one school and two jobs, from /start to the checklist: typed answers and presses as they come. */
export const INTERVIEW: Scripted[] = [
  ...BEGINNING, ...school(0, 'no'),
  press('jobs', 'yes'), ...job(0, 'yes'), ...job(1, 'no'), press('earlier', 'no'), press('summary', 'right'),
]

/** Items a welder brings, with how many photos. */
const PAPERS: [string, number][] = [['identity', 2], ['photo', 1], ['education', 2], ['experience', 3]]

/** Eight photos, each paper opened first; then the questions of the sending. */
export const photosOf = (items: string[]): Scripted[] => {
  const counts = PAPERS.map(([, count]) => count)
  return counts.flatMap((count, index): Scripted[] => {
    const item = items[index] ?? items[0] ?? ''
    return [
      (person) => ({ data: `o:${person.case}:${item}` }),
      ...Array.from({ length: count }, (_, n): Scripted => (person) => ({ photo: `${person.id}${index}${n}` })),
    ]
  })
}
