import type { Case } from '../../domain/case/case.ts'
import { isWithStaff } from '../../domain/case/status.ts'
import { sealedNames } from '../../domain/dossier/sealed.ts'
import { cutLines, escapeHtml } from '../../domain/case/phrase.ts'
import { isDaytime } from '../../domain/review/reminders.ts'
import { speakerOf } from '../dossier/speaker.ts'
import { tradeOf } from '../dossier/told.ts'
import type { Outgoing } from '../ports.ts'
import { type Desk, staffLang } from '../review/desk.ts'
import { threadOf } from '../review/topic.ts'
import { changeWords } from './change-words.ts'
import { JUDGED } from './rejudge.ts'

const LONGEST = 3900
/** All cases of a person are judged before the person hears: one message, whole. */
const WAIT_MS = 700

function caseBlock(desk: Desk, found: Case, version: number): string {
  const speaker = speakerOf(desk, found.lang)
  const update = found.secret.updates.find((each) => each.version === version)
  const trade = tradeOf(desk, found, speaker)
  const title = [...(found.number ? [`№ ${found.number}`] : []), trade.profession, trade.level].filter((each) => each !== '').join(' · ')
  const next = isWithStaff(found.status) ? (update?.incomplete ? 'updates.person.withStaffLacks' : 'updates.person.withStaff') : 'updates.person.goOn'
  return [`<b>${escapeHtml(title)}</b>`, (update?.changes ?? []).map((change) => changeWords(speaker, change)).join('\n'), escapeHtml(speaker.say(next))].join('\n')
}

/** What one account hears of one version: the differences of each of its cases, and the way to the list. */
export function updateMessage(desk: Desk, cases: readonly Case[], version: number): Outgoing {
  const lang = cases[0]?.lang ?? 'kk'
  const t = desk.words.in(lang)
  const buttons = cases.map((found) => [{ text: cases.length === 1 ? t('decision.toList') : t('updates.person.listOf', { number: found.number ?? found.id }), data: `l:${found.id}` }])
  return { html: cutLines([t('updates.person.title'), ...cases.map((found) => caseBlock(desk, found, version)), t('updates.person.accepted')].join('\n\n'), LONGEST), buttons: buttons.slice(0, 8) }
}

async function casesChanged(desk: Desk, account: number, version: number): Promise<Case[]> {
  const known = await desk.store.account(account)
  const cases = await Promise.all((known?.cases ?? []).map((id) => desk.store.load(id)))
  return cases.flatMap((found) => (found?.account === account && found.status !== 'erased' && found.secret.updates.some((each) => each.version === version) ? [found] : []))
}

async function notReached(desk: Desk, cases: readonly Case[]): Promise<void> {
  for (const found of cases.filter(({ status }) => isWithStaff(status))) {
    const topic = found.applicant ? await desk.store.topic(found.applicant) : null
    await desk.messenger.say(desk.messenger.staffChat(), { html: desk.words.in(await staffLang(desk))('updates.notReached', { number: found.number ?? '' }) }, threadOf(topic))
  }
}

/** The effect `update`: a person hears once what a new version changed. The mark lies in the first case's vault. */
export async function tellUpdate(desk: Desk, job: { case: string; version: number }): Promise<'done' | { again: number }> {
  if (!(await allJudged(desk, job.version))) return { again: WAIT_MS }
  const account = Number(job.case.slice(1))
  const cases = await casesChanged(desk, account, job.version)
  const [first] = cases
  const mark = sealedNames.told('update', job.version)
  if (!first || (await desk.vault.has(first.id, mark))) return 'done'
  const { from, to } = desk.centre.reminders
  const quiet = !isDaytime(desk.clock.now(), { timeZone: desk.centre.timeZone, from, to })
  const sent = await desk.messenger.say(account, updateMessage(desk, cases, job.version), { quiet })
  await desk.vault.put(first.id, mark, Buffer.from('{}'))
  if (!sent.ok) await notReached(desk, cases)
  return 'done'
}

/** A version that a later one replaced in the middle is never finished: what it changed until then is told all the same. */
const allJudged = async (desk: Desk, version: number): Promise<boolean> =>
  Number((await desk.store.fact(JUDGED)) ?? 0) >= version || ((await desk.versions.current())?.n ?? 0) > version
