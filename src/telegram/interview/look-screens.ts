import type { App } from '../../app/app.ts'
import type { Button, Outgoing, Translate } from '../../app/ports.ts'
import type { Lang } from '../../domain/case/case.ts'
import { escapeHtml, plainText, sayPhrase } from '../../domain/case/phrase.ts'
import { levelPhrase } from '../../domain/interview/level-phrase.ts'
import { citation, entriesOf } from '../../domain/requirements/catalogue.ts'
import { checklistFor } from '../../domain/requirements/checklist.ts'
import { type Entry, levelOf } from '../../domain/requirements/entry.ts'
import { rows, short } from '../markup.ts'
import { sourceLines } from '../provenance.ts'
import { centreFacts } from './menu-screens.ts'

const PAGE = 8

/** Where a press leads: looking around (`k`), or answering the profession question of a case (`q`). */
export type Leads = { look: true } | { look: false; case: string }

const entryButton = (entry: Entry, lang: Lang, leads: Leads): Button =>
  ({ text: short(entry.names[lang]), data: leads.look ? `k:${entry.id}` : `q:${leads.case}:profession:${entry.id}` })

const otherButton = (t: Translate, leads: Leads): Button[][] =>
  leads.look ? [[{ text: t('chat.menu.back'), data: 'm:menu' }]] : [[{ text: t('interview.profession.options.other'), data: `q:${leads.case}:profession:other` }], [{ text: t('chat.back'), data: `s:${leads.case}` }]]

/** Industries to browse; or type the trade. */
export function lookScreen(app: App, lang: Lang): Outgoing {
  const t = app.words.in(lang)
  const industries = [...app.catalogue.industries.values()].map((each): Button => ({ text: (each.short ?? each.names)[lang], data: `i:${each.id}:0` }))
  return { html: t('chat.look'), buttons: [...rows(industries), [{ text: t('chat.menu.back'), data: 'm:menu' }]] }
}

export function industryScreen(app: App, lang: Lang, industry: string, page: number, leads: Leads): Outgoing {
  const t = app.words.in(lang)
  const all = entriesOf(app.catalogue, industry, lang)
  const shown = all.slice(page * PAGE, (page + 1) * PAGE)
  const to = (next: number): string => (leads.look ? `i:${industry}:${next}` : `j:${leads.case}:${industry}:${next}`)
  const turn: Button[] = [
    ...(page > 0 ? [{ text: t('chat.previous'), data: to(page - 1) }] : []),
    ...((page + 1) * PAGE < all.length ? [{ text: t('chat.next'), data: to(page + 1) }] : []),
  ]
  const name = app.catalogue.industries.get(industry)?.names[lang] ?? ''
  return { html: `<b>${escapeHtml(name)}</b>\n${t('chat.choose')}`, buttons: [...shown.map((each) => [entryButton(each, lang, leads)]), ...(turn.length > 0 ? [turn] : []), ...otherButton(t, leads)] }
}

/** What was found for typed words, best first; always with a way on when it is not among them. */
export function foundScreen(app: App, lang: Lang, found: Entry[], leads: Leads): Outgoing {
  const t = app.words.in(lang)
  return { html: t(found.length > 0 ? 'chat.found' : 'chat.notFound'), buttons: [...found.map((each) => [entryButton(each, lang, leads)]), ...otherButton(t, leads)] }
}

/** The grades of a profession. */
export function gradesScreen(app: App, lang: Lang, entry: Entry): Outgoing {
  const t = app.words.in(lang)
  const grades = entry.levels.map((level): Button => ({ text: plainText(sayPhrase(t, lang, levelPhrase(level))), data: `k:${entry.id}:${level.id}` }))
  return { html: `<b>${escapeHtml(entry.names[lang])}</b>\n${t('chat.chooseGrade')}`, buttons: [...rows(grades), [{ text: t('chat.menu.back'), data: 'm:look' }]] }
}

/** What it costs, when the exam is, how long it takes; or that the centre has not supplied it. */
function factLines(app: App, lang: Lang): string {
  const facts = centreFacts(app, lang)
  return (['price', 'exam', 'duration'] as const).map((name) => `${app.words.in(lang)(`centre.${name}`)}: ${facts[name]}`).join('\n')
}

/** The list for a grade before anything is told: what anybody would bring. */
export function demandsScreen(app: App, lang: Lang, entry: Entry, levelId: string): Outgoing | null {
  const t = app.words.in(lang)
  const level = levelOf(entry, levelId)
  if (!level) return null
  const items = checklistFor({ entry, level, facts: { education: [], jobs: [] } }).filter(({ need }) => need !== 'optional' && need !== 'not-needed')
  const lines = items.map((item) => `• <b>${t(`requirements.item.${item.kind}.name`)}</b> — ${t(`requirements.need.${item.need}`)}${item.clause ? ` <i>(${citation(app.catalogue, item.clause, lang)})</i>` : ''}`)
  return {
    html: [
      `<b>${escapeHtml(entry.names[lang])}</b>\n${sayPhrase(t, lang, levelPhrase(level))}`, lines.join('\n'), sourceLines(app, level, lang).join('\n'),
      factLines(app, lang), t('chat.dependsOnYou'), t('chat.atHand'),
    ].join('\n\n'),
    buttons: [
      [{ text: t('chat.menu.begin'), data: `m:begin:${entry.id}:${levelId}` }],
      [{ text: t('chat.menu.centre'), data: 'm:centre' }], [{ text: t('chat.menu.back'), data: `k:${entry.id}` }],
    ],
  }
}
