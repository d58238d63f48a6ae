import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import i18next from 'i18next'
import type { Translate, Words } from '../app/ports.ts'
import { LANGS, type Lang } from '../domain/case/case.ts'

const folder = path.join(import.meta.dirname, '../../locales')

/** locales/kk/interview.json → { interview: … }: the file's name is the first part of the key. */
function readLanguage(lang: Lang): Record<string, unknown> {
  const files = readdirSync(path.join(folder, lang)).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(files.map((name) =>
    [path.basename(name, '.json'), JSON.parse(readFileSync(path.join(folder, lang, name), 'utf8'))]))
}

/** English as it is written here: the day before the month. */
const dateFormat = (lang: Lang, day?: 'numeric'): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { ...(day ? { day } : {}), month: 'long', year: 'numeric', timeZone: 'UTC' })
/** Made once: making one costs more than a whole screen. */
const formats = Object.fromEntries(LANGS.map((lang) => [lang, { month: dateFormat(lang), day: dateFormat(lang, 'numeric') }])) as Record<Lang, Record<'month' | 'day', Intl.DateTimeFormat>>

/** Intl ends a Russian date with "г."; before a full stop that would be two. */
const bare = (date: string): string => date.replace(/\s*г\.$/, '')

const monthName = (lang: Lang, month: string): string => bare(formats[lang].month.format(new Date(`${month}-01T00:00:00Z`)))

const dayName = (lang: Lang, day: string): string => bare(formats[lang].day.format(new Date(`${day}T00:00:00Z`)))

/** Values that are days or months by their name; a person's own words are never taken for a date because they look like one. */
const DATES = new Set(['day', 'date', 'until', 'fromMonth', 'toMonth'])

const said = (lang: Lang, iso: string): string => {
  if (Number.isNaN(Date.parse(iso.length === 7 ? `${iso}-01` : iso))) return iso
  return iso.length === 7 ? monthName(lang, iso) : dayName(lang, iso)
}

/** Months and days arrive as ISO and leave in the reader's language: 2018-05 → "май 2018". */
function localise(lang: Lang, values: Record<string, string | number>): Record<string, string | number> {
  const entries = Object.entries(values).map(([name, value]) =>
    [name, DATES.has(name) && /^\d{4}-\d\d(-\d\d)?$/.test(String(value)) ? said(lang, String(value)) : value])
  return Object.fromEntries(entries) as Record<string, string | number>
}

/** All sentences a person reads. Values are HTML-escaped; a missing key is a bug and throws. */
export function makeWords(): Words {
  const resources = Object.fromEntries(LANGS.map((lang) => [lang, { translation: readLanguage(lang) }]))
  const engine = i18next.createInstance()
  void engine.init({ resources, lng: 'kk', fallbackLng: false, initAsync: false, returnNull: false })
  const translate = (lang: Lang): Translate => {
    const t = engine.getFixedT(lang)
    const found = (key: string, values: Record<string, string | number>): string => {
      const said = t(key, values)
      // i18next answers with the key where it has no words.
      if (said === key) throw new Error(`no words for ${lang}:${key}`)
      return said
    }
    // Most sentences have no values and are always the same: each is looked up once.
    const fixed = new Map<string, string>()
    return (key, values) => {
      if (values) return found(key, localise(lang, values))
      const said = fixed.get(key) ?? found(key, {})
      fixed.set(key, said)
      return said
    }
  }
  const made = Object.fromEntries(LANGS.map((lang) => [lang, translate(lang)])) as Record<Lang, Translate>
  return { in: (lang) => made[lang], has: (key) => engine.exists(key, { lng: 'ru' }) }
}
