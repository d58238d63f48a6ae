import type { App } from '../app/app.ts'
import type { Button, Outgoing } from '../app/ports.ts'
import { centreFact } from '../domain/case/consent.ts'
import type { Case } from '../domain/case/case.ts'
import { escapeHtml } from '../domain/case/phrase.ts'

/** Who and which trade, in one line. */
export function caseTitle(app: App, found: Case): string {
  const t = app.words.in(found.lang)
  const name = found.secret.answers['name']?.v
  const entry = found.profession ? app.catalogue.entries.get(found.profession) : undefined
  const parts = [found.number ? `№ ${found.number}` : null, typeof name === 'string' ? name : null, entry?.names[found.lang] ?? null]
  const title = parts.filter((each) => each !== null).join(' · ')
  return title === '' ? t('chat.newCase') : title
}

/** What the centre has entered: the exam, its result, why the case was closed. */
function entered(app: App, found: Case): string[] {
  const t = app.words.in(found.lang)
  const { exam, result, closed } = found.secret
  const number = found.number ?? ''
  return [
    ...(exam && !result ? [`${t('news.exam', { number, day: exam.day })}${exam.time ? `, ${escapeHtml(exam.time)}` : ''}\n${t('news.examPlace')} ${escapeHtml(exam.place)}`] : []),
    ...(result ? [t(result.passed ? 'news.passed' : 'news.notPassed', { number })] : []),
    ...(closed ? [`<blockquote>${escapeHtml(closed.reason)}</blockquote>`] : []),
  ]
}

/** Where a case stands, in one sentence and with what comes next. */
export function statusScreen(app: App, found: Case): Outgoing {
  const t = app.words.in(found.lang)
  const filing = found.status === 'accepted' ? [t('chat.filing'), app.centre.filing ? centreFact(t, app.centre, 'filing', found.lang) : t('decision.filingNotSupplied')] : []
  const goOn = ['interview', 'collecting', 'sending', 'returned'].includes(found.status)
  const more: Button[][] = goOn ? [[{ text: t('chat.menu.continue'), data: `s:${found.id}` }]] : found.status === 'paused' ? [[{ text: t('chat.fixBirth'), data: `t:${found.id}:birth` }]] : []
  const code = found.status === 'paused' ? [t('chat.pausedCode', { code: found.id })] : []
  return {
    html: [`<b>${escapeHtml(caseTitle(app, found))}</b>`, t(`chat.status.${found.status}`), ...code, ...entered(app, found), ...filing].join('\n\n'),
    buttons: [...more, [{ text: t('questions.ask'), data: 'm:ask' }], [{ text: t('chat.menu.cases'), data: 'm:cases' }, { text: t('chat.menu.centre'), data: 'm:centre' }]],
  }
}
