import type { Clause } from '../../domain/requirements/demand.ts'
import { confidences } from '../../domain/requirements/entry.ts'
import { defaultAge, type Row } from '../../domain/requirements/entry-file.ts'
import { type Read, readAge, readDay, readDuration, readSteps } from './read-cells.ts'
import { type Column, folded, type SheetWords } from './sheet-words.ts'
import { isPlainWay, type Line } from './write-rows.ts'

/** A mistake in a cell: column, locale key under `updates.sheet.mistake`, values. */
export type CellMistake = { column: Column; reason: string; values: Record<string, string> }
export type Patching = { line: Line; before: Line | null; words: SheetWords; mistakes: CellMistake[] }

/** A cell that says something new; empty, "as it is" and what stood there before say nothing. */
export function news({ line, before, words }: Patching, column: Column): string | null {
  const cell = line[column]?.trim() ?? ''
  if (cell === '' || words.is('asIs', cell) || (before !== null && folded(cell) === folded(before[column] ?? ''))) return null
  return cell
}

function taken<T>(patching: Patching, column: Column, read: Read<T>): T | null {
  if (read.ok) return read.value
  patching.mistakes.push({ column, reason: read.reason, values: read.values })
  return null
}

const yesOrNo = (patching: Patching, column: Column): boolean | null => {
  const cell = news(patching, column)
  if (cell === null) return null
  if (patching.words.is('yes', cell)) return true
  if (patching.words.is('no', cell)) return false
  patching.mistakes.push({ column, reason: 'yesNo', values: { cell } })
  return null
}

type State = { state: 'none' } | { state: 'unread' }
const state = (words: SheetWords, cell: string): State | null => (words.is('none', cell) ? { state: 'none' } : words.is('unread', cell) ? { state: 'unread' } : null)

function education(patching: Patching, row: Row, clause: Clause): Row['education'] {
  const { words } = patching
  const old = row.education
  const cell = news(patching, 'education')
  const steps = cell === null ? null : (state(words, cell) ?? taken(patching, 'education', readSteps(cell, words)))
  if (steps !== null && !Array.isArray(steps)) return steps
  if (steps === null && old.state !== 'demanded') return old
  const base = old.state === 'demanded' ? old : { inSpecialty: false, orWithout: false, clause, steps: [], text: { ru: '' } }
  const text = news(patching, 'educationText') ?? (steps === null ? null : cell)
  return { ...base, state: 'demanded', steps: steps ?? base.steps, inSpecialty: yesOrNo(patching, 'specialty') ?? base.inSpecialty, ...(text === null ? {} : { text: { ru: text } }) }
}

function experience(patching: Patching, row: Row, clause: Clause): Row['experience'] {
  const old = row.experience
  const cell = news(patching, 'experience')
  const months = cell === null ? null : (state(patching.words, cell) ?? taken(patching, 'experience', readDuration(cell)))
  if (months !== null && typeof months !== 'number') return months
  if (months === null && old.state !== 'demanded') return old
  // Other words for the demand without another number, or another number in the words of the cell.
  const text = news(patching, 'experienceText') ?? (months === null ? null : cell)
  const was = old.state === 'demanded' ? old : { state: 'demanded' as const, ways: [], text: { ru: '' }, clause }
  const as = isPlainWay(row) && old.state === 'demanded' ? old.ways[0]?.as : undefined
  const ways = months === null ? was.ways : [{ months, ...(as ? { as } : {}) }]
  return { ...was, ways, ...(text === null ? {} : { text: { ru: text } }) }
}

function special(patching: Patching, row: Row, clause: Clause): Row['special'] {
  const old = row.special
  const cell = news(patching, 'special')
  const told = cell === null ? null : state(patching.words, cell)
  if (told) return told
  if (cell === null && old.state !== 'demanded') return old
  const base = old.state === 'demanded' ? old : { ofCandidate: false, clause, text: { ru: '' } }
  return { ...base, state: 'demanded', ofCandidate: yesOrNo(patching, 'ofCandidate') ?? base.ofCandidate, ...(cell === null ? {} : { text: { ru: cell } }) }
}

function age(patching: Patching, row: Row, clause: Clause): Row['age'] {
  const cell = news(patching, 'age')
  if (cell === null) return row.age
  const told = state(patching.words, cell)
  if (told) return told
  const years = taken(patching, 'age', readAge(cell))
  return years === null ? row.age : { state: 'demanded', years, clause: years === defaultAge.years ? defaultAge.clause : clause }
}

function sources(patching: Patching, row: Row, acts: ReadonlySet<string>): Row['sources'] {
  const act = news(patching, 'act')
  const clause = news(patching, 'clause')
  const day = news(patching, 'readOn')
  const readOn = day === null ? null : taken(patching, 'readOn', readDay(day))
  if (act !== null && !acts.has(act)) patching.mistakes.push({ column: 'act', reason: 'act', values: { cell: act, allowed: [...acts].join(', ') } })
  if (act === null && clause === null && readOn === null) return row.sources
  const [first, ...rest] = row.sources
  if (!first && (act === null || clause === null)) {
    patching.mistakes.push({ column: act === null ? 'act' : 'clause', reason: 'empty', values: {} })
    return row.sources
  }
  return [{ ...(first ?? { readOn: null }), act: act ?? first?.act ?? '', clause: clause ?? first?.clause ?? '', readOn: readOn ?? first?.readOn ?? null }, ...rest]
}

/** A demand that stood where its row stands moves with it. */
const moved = <T extends object>(demand: T, from: Clause | undefined, to: Clause): T =>
  ('clause' in demand && from && (demand.clause as Clause).act === from.act && (demand.clause as Clause).clause === from.clause ? { ...demand, clause: to } : demand)

const clauseOf = (list: Row['sources']): Clause | undefined => (list[0] ? { act: list[0].act, clause: list[0].clause } : undefined)

/** A row with what its line in the sheet says anew; mistakes go into the list. Pure but for that list. */
export function patchRow(patching: Patching, row: Row, acts: ReadonlySet<string>): Row {
  const cited = sources(patching, row, acts)
  const clause = clauseOf(cited) ?? { act: '', clause: '' }
  const sure = news(patching, 'confidence')
  const confidence = sure === null ? row.confidence : patching.words.among('confidence', confidences, sure)
  if (confidence === null) patching.mistakes.push({ column: 'confidence', reason: 'confidence', values: { cell: sure ?? '', allowed: confidences.map((each) => patching.words.say(`requirements.confidence.${each}`)).join('; ') } })
  const day = news(patching, 'confirmed')
  const confirmed = day === null ? null : patching.words.is('none', day) ? 'none' : taken(patching, 'confirmed', readDay(day))
  const conditions = news(patching, 'conditions')
  const was = clauseOf(row.sources)
  return {
    ...row, sources: cited, confidence: confidence ?? row.confidence, code: news(patching, 'code') ?? row.code,
    confirmedByCentreOn: confirmed === 'none' ? null : (confirmed ?? row.confirmedByCentreOn),
    age: age(patching, row, clause), education: moved(education(patching, row, clause), was, clause), experience: moved(experience(patching, row, clause), was, clause),
    special: moved(special(patching, row, clause), was, clause),
    conditions: conditions === null ? row.conditions : patching.words.is('none', conditions) ? null : { ru: conditions },
  }
}
