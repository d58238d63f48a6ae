import type { Case } from '../../domain/case/case.ts'
import type { ItemStanding } from '../../domain/documents/standing.ts'
import { escapeHtml } from '../../domain/case/phrase.ts'
import { returnable } from '../../domain/review/decide.ts'
import type { ReviewDraft } from '../../domain/review/draft.ts'
import { reasonsFor } from '../../domain/review/edit-draft.ts'
import { deskData } from '../../domain/review/press.ts'
import { type App, judgedOf } from '../app.ts'
import { speakerOf, type Speaker } from '../dossier/speaker.ts'
import type { Lang } from '../../domain/case/case.ts'
import type { Button, Outgoing } from '../ports.ts'

type Screen = { found: Case; draft: ReviewDraft; speaker: Speaker }

const button = ({ found }: Screen, text: string, press: { action: string; arg?: string }): Button =>
  ({ text: text.slice(0, 60), data: deskData({ case: found.id, revision: found.stamp, ...press }) })

function itemButton(screen: Screen, { item }: ItemStanding): Button[] {
  const { draft, speaker } = screen
  const reason = draft.returns[item.id]
  const name = speaker.item(item.kind)
  const text = reason ? `↩ ${name} — ${speaker.say(`review.reason.${reason}`)}` : name
  return [button(screen, text, { action: 'item', arg: item.id })]
}

function listScreen(app: App, screen: Screen): Outgoing {
  const { found, draft, speaker } = screen
  const items = returnable(judgedOf(app, found).items)
  const back = items.filter(({ item }) => draft.returns[item.id])
    .map(({ item }) => `↩ <b>${escapeHtml(speaker.item(item.kind))}</b> — ${escapeHtml(speaker.say(`review.reason.${draft.returns[item.id]}`))}`)
  const lines = [
    `<b>№ ${escapeHtml(found.number ?? found.id)}</b>`, speaker.say('review.draft.which'), ...(back.length > 0 ? [back.join('\n')] : []),
    ...(draft.note === null ? [] : [`${escapeHtml(speaker.say('review.draft.note'))}\n<blockquote>${escapeHtml(draft.note)}</blockquote>`]),
  ]
  const plain = (action: string): Button => button(screen, speaker.say(`review.button.${action}`), { action })
  return { html: lines.join('\n\n'), buttons: [...items.map((each) => itemButton(screen, each)), [plain('note'), plain('cancel')], [plain('send')]] }
}

function reasonScreen(app: App, screen: Screen): Outgoing {
  const { found, draft, speaker } = screen
  const standing = judgedOf(app, found).items.find(({ item }) => item.id === draft.picking)
  if (!standing) return listScreen(app, screen)
  const reasons = reasonsFor(standing.uploads.length).map((reason) => [button(screen, speaker.say(`review.reason.${reason}`), { action: 'reason', arg: reason })])
  const html = `<b>№ ${escapeHtml(found.number ?? found.id)}</b>\n\n${escapeHtml(speaker.say('review.draft.why'))}\n<b>${escapeHtml(speaker.item(standing.item.kind))}</b>`
  return { html, buttons: [...reasons, [button(screen, speaker.say('review.button.list'), { action: 'list' })]] }
}

/** The one message on which a return is prepared: the items, or the reasons for the item just pressed. */
export function draftScreen(app: App, lang: Lang, drafted: { case: Case; draft: ReviewDraft }): Outgoing {
  const screen = { found: drafted.case, draft: drafted.draft, speaker: speakerOf(app, lang) }
  return drafted.draft.picking === null ? listScreen(app, screen) : reasonScreen(app, screen)
}
