import { escapeHtml } from '../../domain/case/phrase.ts'
import { STATUS_NAMES } from '../../domain/case/status.ts'
import { statsOf } from '../../domain/review/stats.ts'
import { speakerOf } from '../dossier/speaker.ts'
import type { Outgoing } from '../ports.ts'
import { type Desk, staffLang } from './desk.ts'

/** The answer to `/stats`: how far cases came, where they are, how long a decision takes, why papers go back. */
export async function statsList(desk: Desk): Promise<Outgoing> {
  const lang = await staffLang(desk)
  const t = desk.words.in(lang)
  const speaker = speakerOf(desk, lang)
  const stats = statsOf(await desk.store.register(), desk.clock.now())
  const now = STATUS_NAMES.flatMap((status) => { const count = stats.now[status] ?? 0; return count > 0 ? [`• ${escapeHtml(speaker.say(`review.status.${status}`))}: ${count}`] : [] })
  const days = stats.medianDays === null ? t('review.stats.noDays') : t('review.stats.days', { days: new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(stats.medianDays) })
  const returns = stats.returns.map(([reason, count]) => `• ${escapeHtml(speaker.say(`review.reason.${reason}`))}: ${count}`)
  const professions = stats.professions.map(([id, count, cases]) => `• ${escapeHtml(desk.catalogue.entries.get(id)?.names[lang] ?? id)}: ${t('review.stats.profession', { count, cases })}`)
  const part = (title: string, lines: string[]): string[] => (lines.length > 0 ? [`${t(title)}\n${lines.join('\n')}`] : [])
  return { html: [t('review.stats.funnel', stats.funnel), ...part('review.stats.now', now), days, ...part('review.stats.returns', returns), ...part('review.stats.professions', professions)].join('\n\n') }
}
