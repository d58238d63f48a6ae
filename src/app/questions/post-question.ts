import type { Lang } from '../../domain/case/case.ts'
import { lastDay } from '../../domain/centre/terms.ts'
import { localDay } from '../../lib/local-day.ts'
import { escapeHtml } from '../../domain/case/phrase.ts'
import { askCard } from '../dossier/ask-card.ts'
import { speakerOf } from '../dossier/speaker.ts'
import { changeCase } from '../change.ts'
import { type Desk, staffLang } from '../review/desk.ts'
import { threadOf } from '../review/topic.ts'

const KEPT_S = 90 * 24 * 3600
/** Which case a message of the staff group is a question of. */
export const questionNote = (chat: number, message: number): string => `question.${chat}.${message}`

/** An objection to a machine's hint is answered by a person within three working days (personal data law, art. 19-1). */
const clock = (desk: Desk, lang: Lang, at: number): string =>
  desk.words.in(lang)('questions.objection', { until: lastDay(desk.centre.calendar, 'objection', localDay(at * 1000, desk.centre.timeZone)) })

/** The effect `question`: the candidate's words in the applicant's topic, or in the general one before the case was sent. A reply to it goes back. */
export async function postQuestion(desk: Desk, job: { case: string; question: string }): Promise<'done'> {
  const found = await desk.store.load(job.case)
  const question = found?.secret.questions.find((each) => each.id === job.question)
  if (!found || !question || question.message !== null) return 'done'
  const lang = await staffLang(desk)
  const name = found.secret.answers['name']?.v
  const who = typeof name === 'string' ? name : found.id
  const topic = found.applicant ? await desk.store.topic(found.applicant) : null
  const html = `${speakerOf(desk, lang).say('questions.fromCandidate', { number: found.number ?? found.id, who })}\n\n${escapeHtml(question.text)}\n\n${question.objection ? `${clock(desk, lang, question.at)}\n` : ''}<i>${desk.words.in(lang)('questions.howToAnswer')}</i>`
  const chat = desk.messenger.staffChat()
  const sent = await desk.messenger.say(chat, { html }, threadOf(topic))
  if (!sent.ok) {
    // A topic deleted by hand: the card makes it again, and the question finds it at its next try.
    if (topic && found.applicant) {
      await desk.store.saveTopic(found.applicant, { ...topic, drawn: null })
      await askCard(desk, found.id)
    }
    throw new Error(`the question was refused: ${sent.reason}`)
  }
  await desk.store.saveNote(questionNote(chat, sent.message), `${found.id}.${question.id}`, KEPT_S)
  await changeCase(desk, job.case, null, (now) => ({
    save: { ...now, secret: { ...now.secret, questions: now.secret.questions.map((each) => (each.id === question.id ? { ...each, message: sent.message } : each)) } }, result: null, quiet: true,
  }))
  return 'done'
}
