import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalogue } from '../../src/domain/requirements/catalogue.ts'
import type { Entry, Level } from '../../src/domain/requirements/entry.ts'
import type { EducationFact, Facts, JobFact, ProofKind } from '../../src/domain/requirements/facts.ts'
import { UNKNOWN_LEVEL, unknownEntry } from '../../src/domain/requirements/unknown.ts'

/** A line of people.md by the titles of its columns. */
export type Line = Record<string, string>

export function readLines(): Line[] {
  const text = readFileSync(join(import.meta.dirname, 'people.md'), 'utf8')
  const [titles = [], , ...rows] = text.split('\n').filter((line) => line.startsWith('|')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))
  return rows.map((cells) => Object.fromEntries(titles.map((title, at) => [title, cells[at] ?? ''])))
}

const educations: Record<string, EducationFact['level']> = {
  'основное среднее': 'basic', 'общее среднее': 'secondary', ТиПО: 'tve', послесреднее: 'post-secondary', высшее: 'higher', послевузовское: 'postgraduate',
  курсы: 'course', неформальное: 'nonformal', информальное: 'informal', нет: 'none',
}
const citizenships: Record<string, NonNullable<Facts['citizenship']>> = { РК: 'kz', кандас: 'kandas', иностранец: 'foreign', 'без гражданства': 'stateless', беженец: 'refugee' }
const proofs: Record<string, ProofKind> = {
  трудовая: 'work-book', договор: 'contract-closed', акты: 'employer-acts', ведомость: 'payroll', 'послужной список': 'service-record', ЕНПФ: 'pension-fund', ГФСС: 'social-fund',
  дуальное: 'dual-training', архив: 'archive', суд: 'court', ЕСУТД: 'esutd', нет: 'none',
}
const payers: Record<string, NonNullable<Facts['payer']>> = { сам: 'self', работодатель: 'employer', ваучер: 'voucher' }

/** A cell nobody foresaw is a mistake of the table, not a silent nothing. */
function named<T>(table: Record<string, T>, word: string): T {
  const found = table[word]
  if (found === undefined) throw new Error(`people.md: «${word}» — такого слова нет, есть: ${Object.keys(table).join(', ')}`)
  return found
}

/** 03.05.2009 → 2009-05-03, 05.2009 → 2009-05. */
const iso = (text: string): string => text.split('.').reverse().join('-')

const parts = (cell: string): string[] => (cell === '—' || cell === 'не сказано' ? [] : cell.split('; '))

function education(text: string): EducationFact {
  const level = named(educations, text.replace(/ \(.*/, ''))
  return { level, finished: level !== 'none' && !text.includes('(не окончено)'), country: text.includes('(за границей)') ? 'other' : 'kz' }
}

function job(text: string): JobFact {
  const [, position = '', from = '', to = '', proof = ''] = /^(.+) ([\d.]+)–([\d.]+|н\.в\.) \[(.+)\]$/.exec(text) ?? []
  return { employer: 'Завод', position, from: iso(from), to: to === 'н.в.' ? null : iso(to), proof: [named(proofs, proof)] }
}

function entryOf(catalogue: Catalogue, name: string): Entry {
  if (name.startsWith('нет в списке: ')) return unknownEntry(name.slice(14))
  return [...catalogue.entries.values()].find((entry) => entry.names.ru === name) ?? (() => { throw new Error(`people.md: профессии «${name}» нет`) })()
}

function levelOf(entry: Entry, text: string): Level {
  if (text.includes('нет в каталоге') || entry.id === 'other') return UNKNOWN_LEVEL
  const said = ({ label }: Level) => (label.kind === 'grade' ? `${label.value} разряд` : label.kind === 'framework' ? `ОРК ${label.value}` : 'без разряда')
  return entry.levels.find((level) => said(level) === text) ?? (() => { throw new Error(`people.md: уровня «${text}» нет`) })()
}

function factsOf(line: Line): Facts {
  const [birth = ''] = (line['Родился'] ?? '').split(', экзамен ')
  const [sent = '', payer = ''] = (line['Кто направил; кто платит'] ?? '').split('; ')
  const applies = /(\w+)=(\w+)/.exec(line['Вопрос каталога'] ?? '')
  return {
    education: parts(line['Образование'] ?? '').map(education), jobs: parts(line['Работа [чем подтвердит]'] ?? '').map(job),
    citizenship: named(citizenships, line['Гражданство'] ?? ''), payer: named(payers, payer), initiative: sent === 'работодатель' ? 'employer' : 'own',
    noIin: (line['Кто'] ?? '').includes('без ИИН'), applies: applies?.[1] ? { [applies[1]]: applies[2] ?? '' } : {},
    ...(birth === 'не сказано' ? {} : { birth: iso(birth) }),
    ...(line['Прежнее признание'] === 'не сказано' ? {} : { earlier: line['Прежнее признание'] === 'есть' }),
  }
}

export type Person = { line: Line; entry: Entry; level: Level; facts: Facts; examDate: string | undefined }

/** The people of the table, as the requirements are asked about them. */
export const readPeople = (catalogue: Catalogue): Person[] => readLines().map((line) => {
  const entry = entryOf(catalogue, line['Профессия'] ?? '')
  const exam = (line['Родился'] ?? '').split(', экзамен ')[1]
  return { line, entry, level: levelOf(entry, line['Уровень'] ?? ''), facts: factsOf(line), examDate: exam && iso(exam) }
})
