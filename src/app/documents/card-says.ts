import type { Case, Page } from '../../domain/case/case.ts'
import { escapeHtml } from '../../domain/case/phrase.ts'
import { differences, type Difference, type Expiry, expiryOf } from '../../domain/documents/card-check.ts'
import { type MissingSide, missingSide } from '../../domain/documents/sides.ts'
import { uploadsOf } from '../../domain/documents/standing.ts'
import type { Zone } from '../../domain/documents/verdict.ts'
import { masked } from '../../domain/dossier/masked.ts'
import { type App, judgedOf } from '../app.ts'
import type { Speaker } from '../dossier/speaker.ts'
import type { Button } from '../ports.ts'

const pagesOf = (found: Case): Page[] => uploadsOf(found, 'identity').flatMap((each) => each.pages)

/** The newest zone that was read on the pages of the identity document. */
const zoneOf = (found: Case): Zone | null => pagesOf(found).findLast(({ zone }) => zone !== null)?.zone ?? null

function told(found: Case, key: string): string | null {
  const value = found.secret.answers[key]?.v
  return typeof value === 'string' && value !== 'no' && value !== '' ? value : null
}

export type CardSays = { differences: Difference[]; expiry: Expiry | null; side: MissingSide }

/** What the identity document says that the answers do not: differing numbers and days, its expiry, the side still missing. */
export function cardSays(app: App, found: Case): CardSays {
  const zone = zoneOf(found)
  const side = missingSide(pagesOf(found), judgedOf(app, found).facts.idKind)
  if (!zone) return { differences: [], expiry: null, side }
  const exam = found.secret.exam?.day ?? app.centre.examDates.map(({ on }) => on).filter((on) => on >= app.clock.today()).sort()[0] ?? null
  const own = { birth: told(found, 'birth'), iin: told(found, 'iin'), idNumber: told(found, 'idNumber'), name: told(found, 'name') }
  return { differences: differences(zone, own), expiry: expiryOf(zone, { today: app.clock.today(), exam }), side }
}

const dayText = (value: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? value.split('-').toReversed().join('.') : value)

/** For the candidate: what differs, with a question, never a refusal. */
export function cardLines(app: App, found: Case): string[] {
  const t = app.words.in(found.lang)
  const { differences: differing, expiry, side } = cardSays(app, found)
  return [
    ...(side === null ? [] : [t(side === 'back' ? 'documents.bothSides' : 'documents.frontToo')]),
    ...differing.map(({ field, card, told: said }) => t('documents.cardDiffers', { field: t(`documents.cardField.${field}`), card: escapeHtml(dayText(card)), told: escapeHtml(dayText(said)) })),
    ...(expiry ? [t(`documents.card.${expiry.when}`, { day: expiry.day })] : []),
  ]
}

/** A way to each answer that the card contradicts. */
export function cardButtons(app: App, found: Case): Button[][] {
  const t = app.words.in(found.lang)
  return cardSays(app, found).differences.map(({ field }) => [{ text: t('documents.cardRight', { field: t(`documents.cardField.${field}`) }), data: `t:${found.id}:${field}` }])
}

const hidden = ({ field }: Difference, value: string): string => (field === 'iin' || field === 'idNumber' ? masked(value) : dayText(value))

/** For staff, in plain words; numbers are masked as everywhere in the group. */
export function cardRemarks(app: App, found: Case, speaker: Speaker): string[] {
  const { differences: differing, expiry, side } = cardSays(app, found)
  return [
    ...differing.map((each) => `${speaker.say('review.card.cardDiffers')}: ${speaker.say(`documents.cardField.${each.field}`)} — ${hidden(each, each.card)} / ${hidden(each, each.told)}`),
    ...(expiry ? [`${speaker.say('review.card.cardExpires')} ${dayText(expiry.day)}`] : []),
    ...(side === null ? [] : [speaker.say(side === 'back' ? 'review.card.noBack' : 'review.card.noFront')]),
  ]
}
