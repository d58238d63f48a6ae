import type { Lang } from '../../domain/case/case.ts'
import { escapeHtml, plainText } from '../../domain/case/phrase.ts'
import { citation, type Catalogue } from '../../domain/requirements/catalogue.ts'
import type { Aspect, CatalogueChange } from '../../domain/requirements/catalogue-diff.ts'
import type { Level, LevelLabel } from '../../domain/requirements/entry.ts'
import { durationValues } from '../../domain/requirements/said-values.ts'
import type { SourceText } from '../../domain/requirements/text.ts'
import type { Translate } from '../ports.ts'

export type DiffSpeaker = { lang: Lang; t: Translate; before: Pick<Catalogue, 'acts'>; after: Pick<Catalogue, 'acts'> }

const said = (t: Translate, key: string, values?: Record<string, string | number>): string => plainText(t(key, values))

export function labelWords(t: Translate, label: LevelLabel): string {
  if (label.kind === 'framework' && label.category) return said(t, 'requirements.level.frameworkCategory', { value: label.value, category: label.category })
  return said(t, `requirements.level.${label.kind}`, 'value' in label ? { value: label.value } : {})
}

/** "3, 4, 5 разряд": labels of one kind share their word. */
export function labelsWords(t: Translate, levels: readonly Level[]): string {
  const grades = levels.every(({ label }) => label.kind === 'grade')
  if (!grades) return levels.map(({ label }) => labelWords(t, label)).join(', ')
  return said(t, 'requirements.level.grade', { value: levels.map(({ label }) => ('value' in label ? label.value : '')).join(', ') })
}

const source = (text: SourceText | null | undefined, lang: Lang): string => text?.[lang] ?? text?.ru ?? text?.kk ?? text?.en ?? ''

export function durationWords(t: Translate, months: number): string {
  const values = durationValues('need', months)
  return said(t, `requirements.span.${values['need']}`, { years: values['needYears'] ?? 0, months: values['needMonths'] ?? 0 })
}

const stateWords = (t: Translate, state: string): string => said(t, `updates.value.${state}`)

type Saying = { t: Translate; lang: Lang; catalogue: Pick<Catalogue, 'acts'> }

function educationWords({ t }: Saying, { education }: Level): string {
  if (education.state !== 'demanded') return stateWords(t, education.state)
  const steps = education.steps.map((step) => said(t, `requirements.step.${step}`)).join(` ${said(t, 'updates.value.or')} `)
  return `${steps}${education.inSpecialty ? `, ${said(t, 'updates.value.inSpecialty')}` : ''}${education.orWithout ? `, ${said(t, 'updates.value.orWithout')}` : ''}`
}

function experienceWords({ t, lang }: Saying, { experience }: Level): string {
  if (experience.state !== 'demanded') return stateWords(t, experience.state)
  const [way] = experience.ways
  if (experience.ways.length > 1 || way?.education || !way) return source(experience.text, lang)
  return [durationWords(t, way.months), ...(way.totalMonths ? [said(t, 'updates.value.total', { span: durationWords(t, way.totalMonths) })] : []), ...(way.as ? [source(way.as, lang)] : [])].join(', ')
}

const ASPECT_WORDS: Record<Aspect, (saying: Saying, level: Level) => string> = {
  age: ({ t }, { age }) => (age.state === 'demanded' ? said(t, 'requirements.duration.age', { count: age.years }) : stateWords(t, age.state)),
  education: educationWords,
  experience: experienceWords,
  special: ({ t, lang }, { special }) => (special.state === 'demanded' ? `${source(special.text, lang)}${special.ofCandidate ? `, ${said(t, 'updates.value.ofCandidate')}` : ''}` : stateWords(t, special.state)),
  conditions: ({ t, lang }, { conditions }) => source(conditions, lang) || stateWords(t, 'none'),
  trust: ({ t, lang }, level) => `${said(t, `requirements.confidence.${level.confidence}`)}, ${level.confirmedByCentreOn ? said(t, 'requirements.source.confirmed', { date: new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(level.confirmedByCentreOn)) }) : said(t, 'requirements.source.unconfirmed')}`,
  source: ({ lang, catalogue }, { sources, code }) => [code ?? '', ...sources.map((each) => citation(catalogue, each, lang))].filter((each) => each !== '').join('; ') || '—',
}

const arrow = (from: string, to: string): string => `${escapeHtml(from)} → <b>${escapeHtml(to)}</b>`

/** The lines of one change without its profession; HTML. */
function changeLine({ lang, t, before, after }: DiffSpeaker, change: CatalogueChange): string {
  if (change.kind === 'shelf') return escapeHtml(said(t, 'updates.change.shelf', { id: change.id }))
  if (change.kind === 'demand') {
    const words = (level: Level, catalogue: Pick<Catalogue, 'acts'>): string => ASPECT_WORDS[change.aspect]({ t, lang, catalogue }, level)
    const [from, to] = [words(change.from, before), words(change.to, after)]
    const line = from === to ? escapeHtml(said(t, 'updates.change.details')) : arrow(from, to)
    return `${escapeHtml(labelsWords(t, change.levels))} · ${escapeHtml(said(t, `updates.aspect.${change.aspect}`))}: ${line}`
  }
  if (change.kind === 'levels-added' || change.kind === 'levels-removed') return `${escapeHtml(said(t, `updates.change.${change.kind}`))}: ${escapeHtml(labelsWords(t, change.levels))}`
  return escapeHtml(said(t, `updates.change.${change.kind}`))
}

/** A difference in plain words, profession by profession; HTML blocks. */
export function diffWords(speaker: DiffSpeaker, changes: readonly CatalogueChange[]): string[] {
  const blocks = new Map<string, string[]>()
  for (const change of changes) {
    const title = change.kind === 'shelf' ? said(speaker.t, 'updates.change.shelves') : change.entry.names[speaker.lang]
    blocks.set(title, [...(blocks.get(title) ?? []), `• ${changeLine(speaker, change)}`])
  }
  return [...blocks].map(([title, lines]) => `<b>${escapeHtml(title)}</b>\n${lines.join('\n')}`)
}
