import { steps, type Step } from '../../domain/requirements/demand.ts'
import { folded, type SheetWords } from './sheet-words.ts'

/** What a cell says, or why it cannot be read: a locale key of `updates.sheet.mistake` with its values. */
export type Read<T> = { ok: true; value: T } | { ok: false; reason: string; values: Record<string, string> }

const yes = <T>(value: T): Read<T> => ({ ok: true, value })
const no = (reason: string, values: Record<string, string> = {}): Read<never> => ({ ok: false, reason, values })

/** 2026-11-22 or 22.11.2026; the day must exist. */
export function readDay(cell: string): Read<string> {
  const [, d, m, y] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(cell.trim()) ?? []
  const iso = y === undefined ? cell.trim().slice(0, 10) : `${y}-${(m ?? '').padStart(2, '0')}-${(d ?? '').padStart(2, '0')}`
  const at = Date.parse(`${iso}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(iso) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso) ? yes(iso) : no('date', { cell })
}

export type LevelsCell = { grades?: number[]; framework?: string; category?: string }

function readGrades(cell: string): number[] | null {
  const grades = cell.split(/[,;]/).flatMap((part) => {
    const [, from, to] = /^\s*(\d)\s*(?:[–—-]\s*(\d))?\s*$/.exec(part) ?? []
    if (from === undefined) return [Number.NaN]
    return Array.from({ length: Math.max(0, Number(to ?? from) - Number(from)) + 1 }, (_, n) => Number(from) + n)
  })
  return grades.every((grade) => grade >= 1 && grade <= 8) && grades.length > 0 ? [...new Set(grades)] : null
}

/** "3, 4, 5", "2–4", "ОРК 4.1 II", "категория II", "без разряда". */
export function readLevels(cell: string, words: SheetWords): Read<LevelsCell> {
  if (words.is('any', cell)) return yes({})
  const [first = '', ...rest] = folded(cell).split(' ')
  const category = /^[ivx]{1,5}$/i.exec(rest.at(-1) ?? '')?.[0]?.toUpperCase()
  if (words.is('category', first) && category) return yes({ category })
  const framework = words.is('framework', first) ? rest[0] : /^[1-8]\.\d$/.test(first) ? first : undefined
  if (framework !== undefined) return /^[1-8](\.\d)?$/.test(framework) ? yes({ framework, ...(category ? { category } : {}) }) : no('levels', { cell })
  const grades = readGrades(folded(cell).replace(/\s*(разряды?|разряда|разряд|grades?)\s*/g, '').replace(/-?\s*разряд(тар)?/g, ''))
  return grades ? yes({ grades }) : no('levels', { cell })
}

/** "2 года 6 месяцев", "2 жыл", "18 мес": months. A bare number does not say of what. */
export function readDuration(cell: string): Read<number> {
  const text = folded(cell)
  const years = /(\d{1,2})\s*(г(од|ода|од\.?)?|лет|л|жыл|y(ear|ears)?)(?![а-яa-z])/.exec(text)
  const months = /(\d{1,3})\s*(м(ес|есяц|есяца|есяцев)?|ай|m(onth|onths)?)(?![а-яa-z])/.exec(text)
  const left = text.replace(years?.[0] ?? '', '').replace(months?.[0] ?? '', '').replace(/(не менее|кемінде|at least|[.,]|(?<![а-я])и(?![а-я])|(?<![a-z])and(?![a-z]))/g, '').trim()
  const total = Number(years?.[1] ?? 0) * 12 + Number(months?.[1] ?? 0)
  return total > 0 && left === '' ? yes(total) : no('duration', { cell })
}

export function readAge(cell: string): Read<number> {
  const years = Number(/^(\d{2})(\s*(лет|год|года|жас|жыл|years?))?$/.exec(folded(cell))?.[1])
  return years >= 16 && years <= 99 ? yes(years) : no('age', { cell })
}

/** Steps of education in words of any language, with ";", "," or "или" between. */
export function readSteps(cell: string, words: SheetWords): Read<Step[]> {
  const parts = cell.split(/;|,|\sили\s|\sнемесе\s|\sor\s/i).map((part) => part.trim()).filter((part) => part !== '')
  const found = parts.map((part) => words.among('step', steps, part))
  const wrong = parts.find((_, n) => found[n] === null)
  if (wrong !== undefined || parts.length === 0) return no('step', { cell: wrong ?? cell, allowed: steps.map((step) => words.say(`requirements.step.${step}`)).join('; ') })
  return yes(found.flatMap((step) => (step === null ? [] : [step])))
}
