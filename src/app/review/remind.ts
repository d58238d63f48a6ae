import { dayAfter, workingDaysBetween } from '../../domain/centre/calendar.ts'
import { dueRecall, isDaytime } from '../../domain/review/reminders.ts'
import { localDay } from '../../lib/local-day.ts'
import { escapeHtml } from '../../domain/case/phrase.ts'
import type { RegisterRow } from '../../domain/review/register.ts'
import { speakerOf } from '../dossier/speaker.ts'
import { type Desk, staffLang } from './desk.ts'
import { examLines } from './tell-news.ts'
import { threadOf } from './topic.ts'

const DAY_S = 24 * 3600
const KEPT_S = 60 * DAY_S

/** Says what was not said yet. Marked after it was said: what an outage or a full minute kept back is said at the next look. */
async function once(desk: Desk, name: string, say: () => Promise<boolean>): Promise<boolean> {
  if ((await desk.store.note(name)) !== null || !(await say())) return false
  await desk.store.saveNote(name, '1', KEPT_S)
  return true
}

/** A case that somebody has and nobody has touched: its reviewer is called in its topic, again after every further term. */
async function remindReviewer(desk: Desk, row: RegisterRow): Promise<boolean> {
  const days = workingDaysBetween(desk.centre.calendar, localDay(row.updatedAt, desk.centre.timeZone), desk.clock.today())
  const term = desk.centre.reminders.staffDays
  return days >= term && once(desk, `remind.${row.id}.${row.updatedAt}.${Math.floor(days / term)}`, () => callReviewer(desk, row.id, days))
}

async function callReviewer(desk: Desk, id: string, days: number): Promise<boolean> {
  const found = await desk.store.load(id)
  if (found?.status !== 'review' || found.reviewer === null) return false
  const topic = found.applicant ? await desk.store.topic(found.applicant) : null
  const who = `<a href="tg://user?id=${found.reviewer}">${escapeHtml(found.secret.reviewerName ?? '—')}</a>`
  await desk.messenger.say(desk.messenger.staffChat(), { html: `${who} · ${desk.words.in(await staffLang(desk))('review.remind', { number: found.number ?? '', days })}` }, threadOf(topic))
  return true
}

/** Returned papers that nobody has sent again: recalled three times at most, in local daytime. */
async function recallCandidate(desk: Desk, row: RegisterRow): Promise<boolean> {
  const turn = dueRecall(row, { now: desk.clock.now(), everyDays: desk.centre.reminders.candidateDays })
  return turn !== null && once(desk, `recall.${row.id}.${row.decidedAt}.${turn}`, () => sayRecall(desk, row.id))
}

async function sayRecall(desk: Desk, id: string): Promise<boolean> {
  const found = await desk.store.load(id)
  if (found?.status !== 'returned') return false
  const speaker = speakerOf(desk, found.lang)
  const back = Object.entries(found.items).filter(([, state]) => state === 'returned').map(([item]) => `↩️ ${escapeHtml(speaker.item(item))}`)
  await desk.messenger.say(found.account, {
    html: `${desk.words.in(found.lang)('decision.recall', { number: found.number ?? '' })}\n${back.join('\n')}`,
    buttons: [[{ text: speaker.say('decision.toList'), data: `l:${found.id}` }]],
  })
  return true
}

/** On the day before the exam: when, where, what to bring. */
async function remindExam(desk: Desk, row: RegisterRow): Promise<boolean> {
  if (row.examDay === null || row.examDay !== dayAfter(desk.clock.today()) || row.status === 'closed') return false
  return once(desk, `exam.${row.id}.${row.examDay}`, () => sayExam(desk, row.id))
}

async function sayExam(desk: Desk, id: string): Promise<boolean> {
  const found = await desk.store.load(id)
  if (!found) return false
  await desk.messenger.say(found.account, { html: [desk.words.in(found.lang)('news.examTomorrow'), ...examLines(desk, found)].join('\n\n') })
  return true
}

const DUE: readonly ((desk: Desk, row: RegisterRow) => Promise<boolean>)[] = [
  async (desk, row) => row.status === 'review' && remindReviewer(desk, row),
  async (desk, row) => row.status === 'returned' && recallCandidate(desk, row),
  remindExam,
]

/** Looks over all cases and says what is due; how many were reminded. Repeating it is harmless, and what fails for one keeps nobody else waiting. */
export async function remindDue(desk: Desk): Promise<number> {
  const { from, to } = desk.centre.reminders
  if (!isDaytime(desk.clock.now(), { timeZone: desk.centre.timeZone, from, to })) return 0
  let count = 0
  for (const row of await desk.store.register()) {
    for (const due of DUE) {
      const said = await due(desk, row).catch(() => {
        desk.log.warn({ case: row.id }, 'a reminder must wait')
        return false
      })
      if (said) count += 1
    }
  }
  return count
}
