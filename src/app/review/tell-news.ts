import type { Case } from '../../domain/case/case.ts'
import { lastDay } from '../../domain/centre/terms.ts'
import { sealedNames } from '../../domain/dossier/sealed.ts'
import { escapeHtml } from '../../domain/case/phrase.ts'
import { judgedOf } from '../app.ts'
import { cardSays } from '../documents/card-says.ts'
import { speakerOf } from '../dossier/speaker.ts'
import type { Effect } from '../ports.ts'
import { type Desk, staffLang } from './desk.ts'
import { threadOf } from './topic.ts'

type News = Extract<Effect, { kind: 'news' }>

const quoted = (text: string | null | undefined): string[] => (text ? [`<blockquote>${escapeHtml(text)}</blockquote>`] : [])

/** Day, place, language, what to bring; a document that ends before it, an age not reached on it. */
export function examLines(desk: Desk, found: Case): string[] {
  const t = desk.words.in(found.lang)
  const exam = found.secret.exam
  if (!exam) return []
  const { expiry } = cardSays(desk, found)
  const age = judgedOf(desk, found).standings.find(({ requirement }) => requirement === 'age')
  return [
    `${t('news.exam', { number: found.number ?? '', day: exam.day })}${exam.time ? `, ${escapeHtml(exam.time)}` : ''}`,
    `${t('news.examPlace')} ${escapeHtml(exam.place)}\n${t('news.examLanguage')} ${t(`news.language.${exam.lang}`)}`, t('news.examBring'),
    ...(expiry ? [t(`documents.card.${expiry.when}`, { day: expiry.day })] : []), ...(age?.state === 'not' ? [t('news.examAge')] : []),
  ]
}

/** The result; whoever did not pass hears what is recommended and until when to appeal. */
function resultLines(desk: Desk, found: Case): string[] {
  const t = desk.words.in(found.lang)
  const result = found.secret.result
  if (!result) return []
  if (result.passed) return [t('news.passed', { number: found.number ?? '' })]
  return [t('news.notPassed', { number: found.number ?? '' }), ...(result.advice ? [t('news.advice'), ...quoted(result.advice)] : []), t('news.appeal', { until: lastDay(desk.centre.calendar, 'appeal', result.day) })]
}

const LINES: Record<News['news'], (desk: Desk, found: Case) => string[]> = {
  exam: examLines,
  result: resultLines,
  reopened: (desk, found) => {
    const last = found.secret.reopened.at(-1)
    return [desk.words.in(found.lang)('news.reopened', { item: speakerOf(desk, found.lang).item(last?.item ?? 'other') }), ...quoted(last?.reason)]
  },
  closed: (desk, found) => [desk.words.in(found.lang)('news.closed', { number: found.number ?? '' }), ...quoted(found.secret.closed?.reason)],
  moved: (desk, found) => [desk.words.in(found.lang)('news.moved', { number: found.number ?? '' })],
}

/** The effect `news`: the candidate hears once what staff entered; if that fails, the topic hears so. */
export async function tellNews(desk: Desk, job: { case: string; news: News['news']; at: number }): Promise<void> {
  const found = await desk.store.load(job.case)
  const mark = sealedNames.told(`news-${job.news}`, job.at)
  if (!found || (await desk.vault.has(job.case, mark))) return
  const lines = LINES[job.news](desk, found)
  if (lines.length === 0) return
  const t = desk.words.in(found.lang)
  const sent = await desk.messenger.say(found.account, { html: lines.join('\n\n'), buttons: [[{ text: speakerOf(desk, found.lang).say('chat.goOn'), data: `s:${found.id}` }], [{ text: t('questions.ask'), data: 'm:ask' }]] })
  await desk.vault.put(job.case, mark, Buffer.from('{}'))
  if (sent.ok) return
  const topic = found.applicant ? await desk.store.topic(found.applicant) : null
  const html = desk.words.in(await staffLang(desk))('review.newsNotReached', { number: found.number ?? '', cause: sent.reason === 'blocked' ? '403' : sent.detail.slice(0, 100) })
  await desk.messenger.say(desk.messenger.staffChat(), { html }, threadOf(topic))
}
