import type { Case } from '../../domain/case/case.ts'
import { escapeHtml } from '../../domain/case/phrase.ts'
import { deskData } from '../../domain/review/press.ts'
import { judgedOf } from '../app.ts'
import { speakerOf } from '../dossier/speaker.ts'
import type { Button, Outgoing } from '../ports.ts'
import { type Desk, staffLang } from './desk.ts'

/** What a colleague may enter by answering a message; the words that follow are the answer. */
export const ASKS = ['exam', 'fail', 'close', 'write', 'extra', 'need', 'spare', 'reopen', 'move'] as const
export type Ask = (typeof ASKS)[number]

type Offer = { action: string; arg?: string; text: string }

/** Callback data has room for short arguments only; longer ids of items do not exist today. */
const fits = ({ arg }: Offer): boolean => arg === undefined || /^[a-z0-9-]{1,24}$/.test(arg)

function offersOf(desk: Desk, found: Case, say: (key: string, values?: Record<string, string>) => string, item: (id: string) => string): Offer[] {
  const { items } = judgedOf(desk, found)
  const ask = (what: Ask, of?: string): Offer => ({ action: `ask-${what}`, ...(of === undefined ? {} : { arg: of }), text: say(`review.ask.${what}.button`, { item: of === undefined ? '' : item(of) }) })
  const accepted = Object.entries(found.items).filter(([, state]) => state === 'accepted').map(([id]) => id)
  const review: Offer[] = found.status !== 'review' ? [] : [
    ...(found.items['identity'] === 'accepted' ? [] : [{ action: 'seen', text: say('review.button.seen') }]),
    ...items.filter((each) => each.item.need === 'centre-decides').flatMap((each) => [ask('need', each.item.id), ask('spare', each.item.id)]), ask('extra'),
  ]
  const reopen = found.status === 'review' || found.status === 'accepted' ? accepted.map((id) => ask('reopen', id)) : []
  const result: Offer[] = found.status === 'accepted' ? [{ action: 'passed', text: say('review.button.passed') }, ask('fail')] : []
  return [...review, ask('exam'), ...result, ...reopen, ask('write'), ask('move'), ask('close')]
}

/** Everything that is done with a case beside accepting and returning, as the case stands. */
export async function moreMenu(desk: Desk, found: Case): Promise<Outgoing> {
  const speaker = speakerOf(desk, await staffLang(desk))
  const offers = found.status === 'closed' ? [] : offersOf(desk, found, speaker.say, speaker.item).filter(fits)
  const buttons = offers.map(({ text, action, arg }): Button[] => [{ text: text.slice(0, 60), data: deskData({ case: found.id, revision: found.stamp, action, ...(arg === undefined ? {} : { arg }) }) }])
  return { html: `<b>№ ${escapeHtml(found.number ?? found.id)}</b>\n${escapeHtml(speaker.say('review.more'))}`, buttons }
}
