import type { Lang } from '../case/case.ts'
import { readDate } from '../reading/date.ts'
import { plainDigits } from '../reading/normal.ts'

export type ExamLine = { day: string; time: string | null; place: string; lang: Lang }

const LANGUAGES: [RegExp, Lang][] = [[/^(kk|kz|қаз|каз|kaz)/i, 'kk'], [/^(ru|рус|орыс|rus)/i, 'ru'], [/^(en|англ|ағыл|eng)/i, 'en']]
const DAY = /\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,2}\s+\p{L}+\s+\d{4}/u
const TIME = /\b([01]?\d|2[0-3])[:.]([0-5]\d)\b/

/**
 * One line as staff write it: "10.12.2026 14:00, Ақсу, Абай көшесі 5, kk". Day, perhaps a time, place, language last; without
 * a language `fallback`, the candidate's own wish. Null when there is no day from `today` on, or no place. Pure.
 */
export function readExamLine(text: string, { today, fallback }: { today: string; fallback: Lang }): ExamLine | null {
  const line = plainDigits(text).replace(/\s+/g, ' ').trim()
  const found = DAY.exec(line)
  const read = found ? readDate(found[0], { today, min: today, max: `${Number(today.slice(0, 4)) + 5}-12-31` }) : null
  if (!found || !read?.ok) return null
  const rest = `${line.slice(0, found.index)} ${line.slice(found.index + found[0].length)}`
  const time = TIME.exec(rest)
  const parts = (time ? rest.replace(time[0], ' ') : rest).split(/[,;]/).map((each) => each.trim()).filter((each) => each !== '')
  const lang = LANGUAGES.find(([sign]) => sign.test(parts.at(-1) ?? ''))?.[1]
  const place = (lang === undefined ? parts : parts.slice(0, -1)).join(', ')
  if (place === '') return null
  return { day: read.value, time: time ? `${time[1]?.padStart(2, '0')}:${time[2]}` : null, place: place.slice(0, 200), lang: lang ?? fallback }
}
