import type { App } from '../../app/app.ts'
import { pendingConsequences } from '../../app/interview/pending.ts'
import type { Outgoing, Translate } from '../../app/ports.ts'
import type { Case } from '../../domain/case/case.ts'
import type { Consequences } from '../../domain/interview/consequences.ts'

function paperLine(t: Translate, { kind, from, to }: Consequences['papers'][number]): string {
  const need = (each: typeof from): string => t(each === null ? 'chat.edit.notListed' : `requirements.need.${each}`)
  return `• ${t(`requirements.item.${kind}.name`)}: ${need(from)} → <b>${need(to)}</b>`
}

/** What else an edit changes, before it is taken. */
export function confirmScreen(app: App, found: Case): Outgoing {
  const t = app.words.in(found.lang)
  const { again, papers } = pendingConsequences(app, found) ?? { again: [], papers: [] }
  return {
    html: [
      t('chat.edit.also'),
      ...(papers.length > 0 ? [`<b>${t('chat.edit.papers')}</b>\n${papers.map((each) => paperLine(t, each)).join('\n')}`] : []),
      ...(again.length > 0 ? [t('chat.edit.again', { count: again.length })] : []),
      t('chat.edit.sure'),
    ].join('\n\n'),
    buttons: [[{ text: t('chat.edit.take'), data: `C:${found.id}:yes` }], [{ text: t('chat.edit.leave'), data: `C:${found.id}:no` }]],
  }
}
