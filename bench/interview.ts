import { controlDigit } from '../src/domain/reading/twelve-digits.ts'
import type { Move } from './updates.ts'

/** `case` is known from the first question on; `screen` is the body of the newest message the bot sent. */
export type Person = { id: number; case: string; screen: string; schools: number; jobs: number }
/** What the person does next, looking at the screen; null when the goal is reached. */
export type Script = (person: Person) => Move | null

/** A valid number of its own for each person, born on 1 January 1990. */
export function iinOf(person: number): string {
  for (let serial = (person * 7) % 10_000; ; serial = (serial + 1) % 10_000) {
    const eleven = `9001013${String(serial).padStart(4, '0')}`
    const digit = controlDigit(eleven)
    if (digit !== undefined) return eleven + String(digit)
  }
}

const more = (key: string, count: number): Move => ({ data: Number(key.split('.')[1]) + 1 < count ? 'yes' : 'no' })

/** Answers of a welder, by question; `data` is the option of the pressed button. */
const ANSWERS: Record<string, Move | ((person: Person, key: string) => Move)> = {
  profession: { text: 'данекерлеуши' }, level: { data: 'g6' }, who: { data: 'self' }, initiative: { data: 'own' }, payer: { data: 'self' },
  name: { text: 'Сериков Серік Серікұлы' }, consentName: { data: 'yes' }, iin: ({ id }) => ({ text: iinOf(id) }), birth: { text: '01.01.1990' },
  citizenship: { data: 'kz' }, idKind: { data: 'id-card' }, idNumber: ({ id }) => ({ text: String(id) }), place: { text: 'Қарағанды қаласы, Бұқар жырау даңғылы 12-34' }, examLanguage: { data: 'kk' }, needs: { data: 'no' },
  'edu.level': { data: 'tve' }, 'edu.institution': { text: 'Қарағанды политехникалық колледжі' }, 'edu.specialty': { text: 'Электрогазосварщик' },
  'edu.country': { data: 'kz' }, 'edu.year': { text: '2009' }, 'edu.finished': { data: 'yes' }, 'edu.more': ({ schools }, key) => more(key, schools),
  jobs: { data: 'yes' }, 'job.employer': { text: 'ТОО «Караганда Жылу Сервис»' }, 'job.position': { text: 'Электрогазосварщик' }, 'job.grade': { text: '5 разряд' },
  'job.period': { text: '03.2010 - 06.2018' }, 'job.proof': { data: 'work-book' }, 'job.more': ({ jobs }, key) => more(key, jobs),
  earlier: { data: 'no' }, summary: { data: 'right' }, declaration: { data: 'yes' }, safety: { data: 'yes' }, send: { data: 'yes' },
}

/** The button that is on the screen, by the beginning of its data. */
const offered = (screen: string, start: string): string | undefined => {
  const from = screen.indexOf(`"callback_data":"${start}`)
  return from < 0 ? undefined : screen.slice(from + 17, screen.indexOf('"', from + 17))
}

/** The question on the screen, by its help button; the one for the phone has the platform's own keyboard. */
export function openKey({ screen, case: id }: Person): string | null {
  if (screen.includes('"request_contact"')) return 'phone'
  return offered(screen, `h:${id}:`)?.slice(`h:${id}:`.length) ?? null
}

/** The answer to one question, as typed or pressed. */
export function answerTo(person: Person, key: string): Move {
  if (key === 'phone') return { text: `+7701${String(person.id % 10_000_000).padStart(7, '0')}` }
  const given = ANSWERS[key.replace(/\.\d+\./, '.')]
  if (!given) throw new Error(`nobody knows what to answer to ${key}`)
  const move = typeof given === 'function' ? given(person, key) : given
  return 'data' in move ? { data: `q:${person.case}:${key}:${move.data}` } : move
}

/** From /start over the consent to the first question. */
function opening({ screen }: Person): Move | null {
  if (screen === '') return { text: '/start' }
  const button = ['g:kk', 'm:begin', 'c:yes'].find((data) => offered(screen, data) === data)
  return button ? { data: button } : null
}

/** The whole interview, from /start to the checklist: typed answers and presses as they come. */
export const interview: Script = (person) => {
  if (person.case === '') return opening(person)
  const chosen = offered(person.screen, `q:${person.case}:profession:electric-gas-welder`)
  if (chosen) return { data: chosen }
  const key = openKey(person)
  return key === null ? null : answerTo(person, key)
}

/** Papers a welder of that grade may bring, with how many photos of each: eight in all. */
const PAPERS: [string, number][] = [['identity', 2], ['education', 3], ['work', 2], ['other', 1]]

/** Each paper opened and its photos sent. */
export const photos = (person: Person): Move[] => PAPERS.flatMap(([item, count]) => [
  { data: `o:${person.case}:${item}` },
  ...Array.from({ length: count }, (_, n) => ({ photo: `${person.id}${item}${n}` })),
])

/** From the checklist to the centre: the questions of the sending. */
export const sending: Script = (person) => {
  const key = openKey(person)
  if (key !== null) return answerTo(person, key)
  const send = offered(person.screen, `p:${person.case}`)
  return send ? { data: send } : null
}
