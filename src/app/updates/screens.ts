import type { Lang } from '../../domain/case/case.ts'
import { escapeHtml, plainText } from '../../domain/case/phrase.ts'
import type { Button, Outgoing, VersionRecord } from '../ports.ts'
import type { Desk } from '../review/desk.ts'
import { fitted } from '../review/card.ts'
import { diffWords } from './diff-words.ts'
import { countTouched, differenceOf, plannedProposals, type Proposal } from './proposal.ts'

/** Callback data of the managers' buttons about requirements: fits 64 bytes. */
export const updateData = (action: string, id = '', more = ''): string => `up:${action}:${id}:${more}`
const LONGEST = 3400

const dayOf = (desk: Desk, lang: Lang, at: number): string => new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short', timeZone: desk.centre.timeZone }).format(at)
const dateWords = (lang: Lang, day: string): string => new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

function versionLine(desk: Desk, lang: Lang, { n, at, what, of }: VersionRecord): string {
  const t = desk.words.in(lang)
  return `№ ${n} · ${escapeHtml(dayOf(desk, lang, at))} · ${t(`updates.what.${what}`, { of: of ?? '' })}`
}

/** What is in force, what is planned, and how to change it. */
export async function catalogueMenu(desk: Desk, lang: Lang): Promise<Outgoing> {
  const t = desk.words.in(lang)
  const [current, planned] = await Promise.all([desk.versions.current(), plannedProposals(desk)])
  const lines = planned.map(({ day }) => t('updates.plannedFor', { day: dateWords(lang, day ?? '') }))
  return {
    html: [t('updates.menu.title'), ...(current ? [`${t('updates.menu.inForce')} ${versionLine(desk, lang, current)}`] : []), t('updates.menu.how'), ...lines].join('\n\n'),
    buttons: [
      [{ text: plainText(t('updates.button.template')), data: updateData('tpl') }], [{ text: plainText(t('updates.button.versions')), data: updateData('vers') }],
      ...planned.map(({ id, day }): Button[] => [{ text: plainText(t('updates.button.planned', { day: dateWords(lang, day ?? '') })), data: updateData('show', id) }]),
    ],
  }
}

/** The last versions, each with a way back to it. */
export async function versionsMenu(desk: Desk, lang: Lang): Promise<Outgoing> {
  const t = desk.words.in(lang)
  const versions = (await desk.versions.list()).slice(0, 10)
  return {
    html: [t('updates.versions'), versions.map((each) => versionLine(desk, lang, each)).join('\n')].join('\n\n'),
    buttons: versions.slice(1).map((each) => [{ text: plainText(t('updates.button.rollback', { version: each.n })), data: updateData('back', String(each.n)) }]),
  }
}

/** What a proposal would change, whom it touches, and the choice. `whole` is the difference where it does not fit the message. */
export async function proposalScreen(desk: Desk, lang: Lang, proposal: Proposal): Promise<Outgoing & { whole: string | null }> {
  const t = desk.words.in(lang)
  const found = await differenceOf(desk, proposal)
  const drop: Button = { text: plainText(t('updates.button.drop')), data: updateData('drop', proposal.id) }
  if (!found.ok) return { html: t('updates.refused.mistakes'), buttons: [[drop]], whole: null }
  if (found.changes.length === 0) return { html: t('updates.refused.same'), buttons: [[drop]], whole: null }
  const blocks = diffWords({ lang, t, before: found.before, after: found.after }, found.changes)
  const { cases, people } = await countTouched(desk, found)
  const shown = fitted(blocks.map((block) => block.split('\n')), LONGEST, t('updates.more'))
  const counts = [t('updates.touches', { count: cases }), t('updates.hear', { count: people })].join('\n')
  const choice: Button[][] = proposal.day === null
    ? [[{ text: plainText(t('updates.button.publish')), data: updateData('pub', proposal.id, String(found.base)) }], [{ text: plainText(t('updates.button.later')), data: updateData('day', proposal.id) }, drop]]
    : [[{ text: plainText(t('updates.button.unplan')), data: updateData('unplan', proposal.id) }], [drop]]
  const plan = proposal.day === null ? [] : [t('updates.plannedFor', { day: dateWords(lang, proposal.day) })]
  return {
    html: [t('updates.diff', { version: found.base + 1 }), ...plan, shown, counts].join('\n\n'), buttons: choice,
    whole: blocks.join('\n\n').length > LONGEST ? plainText(blocks.join('\n\n')) : null,
  }
}
