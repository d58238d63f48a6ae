import type { Case } from '../../domain/case/case.ts'
import { escapeHtml } from '../../domain/case/phrase.ts'
import { makeNameFinder } from '../../domain/review/find-name.ts'
import { readIin } from '../../domain/reading/iin.ts'
import { readPhone } from '../../domain/reading/phone.ts'
import { speakerOf } from '../dossier/speaker.ts'
import type { Outgoing } from '../ports.ts'
import { caseLine } from './case-line.ts'
import { type Desk, staffLang } from './desk.ts'

const MOST = 10
const byName = makeNameFinder()

/** Ids of cases by number, IIN, phone or name, best first. The query is not kept anywhere. */
async function idsOf(desk: Desk, query: string): Promise<string[]> {
  const number = /^(?:№\s*)?(\d\d-\d{1,6})$/.exec(query)?.[1]
  if (number !== undefined) {
    const found = await desk.store.byNumber(number)
    return found ? [found.id] : []
  }
  const digits = query.replace(/\D/g, '')
  const iin = digits.length === 12 ? readIin(query) : null
  if (iin?.ok) return desk.store.casesByFingerprint('iin', iin.value)
  const phone = digits.length >= 10 ? readPhone(query) : null
  if (phone?.ok) return desk.store.casesByFingerprint('phone', phone.value)
  return byName(await desk.store.names(), query, MOST + 1)
}

/** The answer to `/find`: number, name in any spelling, IIN or phone; the cases with their status, linked to their topics. */
export async function findCases(desk: Desk, query: string): Promise<Outgoing> {
  const lang = await staffLang(desk)
  const t = desk.words.in(lang)
  const asked = query.trim().slice(0, 100)
  if (asked === '') return { html: t('review.find.how') }
  const ids = await idsOf(desk, asked)
  const found = (await Promise.all(ids.slice(0, MOST).map((id) => desk.store.load(id)))).filter((each): each is Case => each !== null)
  if (found.length === 0) return { html: t('review.find.none') }
  const speaker = speakerOf(desk, lang)
  const lines = await Promise.all(found.map(async (each) => `${await caseLine(desk, each, speaker)} — ${escapeHtml(speaker.say(`review.status.${each.status}`))}`))
  return { html: [lines.join('\n'), ...(ids.length > MOST ? [t('review.find.more')] : [])].join('\n\n') }
}
