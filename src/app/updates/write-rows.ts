import { steps } from '../../domain/requirements/demand.ts'
import type { EntryRows, Row } from '../../domain/requirements/entry-file.ts'
import type { SourceText } from '../../domain/requirements/text.ts'
import { COLUMNS, type Column, type SheetWords } from './sheet-words.ts'

export type Cell = string | null
/** One line of the sheet: a profession, and one row of its requirements. */
export type Line = Record<Column, Cell>

/** Words of the source in its own language: Russian first, as the acts were read. */
const text = (source: SourceText | null | undefined): string => source?.ru ?? source?.kk ?? source?.en ?? ''

export function levelsCell(row: Row, words: SheetWords): string {
  if (row.grades) return row.grades.join(', ')
  if (row.framework) return `${words.write('framework')} ${row.framework}${row.category ? ` ${row.category}` : ''}`
  return row.category ? `${words.write('category')} ${row.category}` : words.write('any')
}

export function durationCell(months: number, words: SheetWords): string {
  const [years, rest] = [Math.floor(months / 12), months % 12]
  return [...(years > 0 ? [words.say('requirements.duration.years', { count: years })] : []), ...(rest > 0 ? [words.say('requirements.duration.months', { count: rest })] : [])].join(' ')
}

const state = (demand: { state: string }, words: SheetWords): string | null =>
  (demand.state === 'none' ? words.write('none') : demand.state === 'unread' ? words.write('unread') : null)

/** A way that has more to it than a number of months is written as it is in the file: the sheet leaves it alone. */
export const isPlainWay = (row: Row): boolean =>
  row.experience.state === 'demanded' && row.experience.ways.length === 1 && !row.experience.ways[0]?.education && !row.experience.ways[0]?.grade && !row.experience.ways[0]?.totalMonths

function experienceCell(row: Row, words: SheetWords): string {
  const { experience } = row
  if (experience.state !== 'demanded') return state(experience, words) ?? ''
  return isPlainWay(row) ? durationCell(experience.ways[0]?.months ?? 0, words) : words.write('asIs')
}

function educationCell({ education }: Row, words: SheetWords): string {
  if (education.state === 'contradictory') return words.write('asIs')
  if (education.state !== 'demanded') return state(education, words) ?? ''
  return steps.filter((step) => education.steps.includes(step)).map((step) => words.say(`requirements.step.${step}`)).join('; ')
}

const yesNo = (value: boolean, words: SheetWords): string => words.write(value ? 'yes' : 'no')

/** The cells of one row, in the manager's language. */
export function lineOf(entry: EntryRows, row: Row, words: SheetWords): Line {
  const { education, experience, special, age } = row
  const [source] = row.sources
  return {
    id: entry.id, kk: entry.names.kk, ru: entry.names.ru, en: entry.names.en, industry: entry.industry, levels: levelsCell(row, words), code: row.code ?? '',
    confidence: words.say(`requirements.confidence.${row.confidence}`), confirmed: row.confirmedByCentreOn ?? '',
    age: age.state === 'demanded' ? String(age.years) : (state(age, words) ?? ''),
    education: educationCell(row, words), specialty: education.state === 'demanded' ? yesNo(education.inSpecialty, words) : '', educationText: education.state === 'demanded' ? text(education.text) : '',
    experience: experienceCell(row, words), experienceText: experience.state === 'demanded' ? text(experience.text) : '',
    special: special.state === 'demanded' ? text(special.text) : (state(special, words) ?? ''), ofCandidate: special.state === 'demanded' ? yesNo(special.ofCandidate, words) : '',
    conditions: text(row.conditions), act: source?.act ?? '', clause: source?.clause ?? '', readOn: source?.readOn ?? '', remove: '',
  }
}

/** The whole template: a head, then every row of every profession in the order given. */
export const templateRows = (entries: readonly EntryRows[], words: SheetWords): (string | null)[][] => [
  COLUMNS.map(words.head),
  ...entries.flatMap((entry) => entry.levels.map((row) => { const line = lineOf(entry, row, words); return COLUMNS.map((column) => line[column] || null) })),
]
