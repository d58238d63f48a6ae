import { kindOfItem } from '../../domain/requirements/item.ts'
import type { Case, ItemDecision } from '../../domain/case/case.ts'
import { centreFact } from '../../domain/case/consent.ts'
import { escapeHtml } from '../../domain/case/phrase.ts'
import { isReturnReason } from '../../domain/case/return-reason.ts'
import { missingItems } from '../../domain/documents/standing.ts'
import { type App, judgedOf } from '../app.ts'
import { speakerOf } from '../dossier/speaker.ts'
import type { Button, Outgoing } from '../ports.ts'

const reasonOf = ({ reason }: ItemDecision): string => (isReturnReason(reason) ? reason : 'other')

/** One returned item: what, why, what to do. */
function returnedBlock(app: App, found: Case, decision: ItemDecision): string {
  const t = app.words.in(found.lang)
  const reason = reasonOf(decision)
  // A paper asked for beside the list: the centre's own words say what it is.
  const extra = found.secret.extras.find(({ id }) => id === decision.item)
  if (extra) return `↩️ <b>${t('requirements.item.other.name')}</b>\n${t('requirements.why.extra', { text: extra.text })}`
  return `↩️ <b>${t(`requirements.item.${kindOfItem(decision.item)}.name`)}</b>\n${t(`decision.reason.${reason}`)} ${t(`decision.todo.${reason}`)}`
}

const acceptedBlock = (app: App, found: Case, decisions: { item: string }[]): string[] => {
  if (decisions.length === 0) return []
  const t = app.words.in(found.lang)
  const names = decisions.map(({ item }) => `✅ ${t(`requirements.item.${kindOfItem(item)}.name`)}`)
  return [`${t('decision.acceptedItems')}\n${names.join('\n')}`]
}

/** What goes back, item by item, with the reason, what to do and a button for each; the rest stays accepted. */
function returnedMessage(app: App, found: Case, decisions: ItemDecision[]): Outgoing {
  const t = app.words.in(found.lang)
  const speaker = speakerOf(app, found.lang)
  const back = decisions.filter(({ verdict }) => verdict === 'returned')
  const note = found.secret.note ? [`${t('decision.note')}\n<blockquote>${escapeHtml(found.secret.note)}</blockquote>`] : []
  const buttons: Button[][] = back.map(({ item }) => [{ text: `↩️ ${speaker.item(item)}`.slice(0, 60), data: `o:${found.id}:${item}` }])
  return {
    html: [t('decision.returned', { number: found.number ?? '' }), ...back.map((each) => returnedBlock(app, found, each)), ...note,
      ...acceptedBlock(app, found, decisions.filter(({ verdict }) => verdict === 'accepted')), t('decision.returnedNext')].join('\n\n'),
    buttons: [...buttons, [{ text: speaker.say('decision.toList'), data: `l:${found.id}` }]],
  }
}

/** Everything that was accepted, in this round or before. */
const acceptedOf = (found: Case): { item: string }[] => Object.entries(found.items).filter(([, state]) => state === 'accepted').map(([item]) => ({ item }))

/** Required papers that were never sent: accepting does not make them unnecessary. */
function bringBlock(app: App, found: Case): string[] {
  const t = app.words.in(found.lang)
  const missing = missingItems(judgedOf(app, found).items)
  return missing.length === 0 ? [] : [`${t('decision.bring')}\n${missing.map((item) => `• ${t(`requirements.item.${item.kind}.name`)}`).join('\n')}`]
}

/** Checked and accepted; how to file. Nothing was applied for: the law knows paper at the centre or the platform (Rules No 374, ch. 2). */
function acceptedMessage(app: App, found: Case): Outgoing {
  const t = app.words.in(found.lang)
  const filing = app.centre.filing ? centreFact(t, app.centre, 'filing', found.lang) : t('decision.filingNotSupplied')
  return {
    html: [t('decision.accepted', { number: found.number ?? '' }), ...acceptedBlock(app, found, acceptedOf(found)), ...bringBlock(app, found),
      `<b>${t('decision.howToFile')}</b>\n${filing}`, t('decision.notFiled')].join('\n\n'),
    buttons: [[{ text: speakerOf(app, found.lang).say('decision.toList'), data: `l:${found.id}` }]],
  }
}

/** The decision in the candidate's language. */
export const decisionMessage = (app: App, found: Case, decisions: ItemDecision[]): Outgoing =>
  decisions.some(({ verdict }) => verdict === 'returned') ? returnedMessage(app, found, decisions) : acceptedMessage(app, found)
