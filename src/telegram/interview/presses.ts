import { settlePending } from '../../app/interview/pending.ts'
import { back, backToList, edit, keepAnswer, startSending } from '../../app/interview/steer.ts'
import type { Case } from '../../domain/case/case.ts'
import { SKIP_REASONS } from '../../domain/interview/question.ts'
import { type Chat, updateOf } from '../context.ts'
import { makeCurrent, ownCase } from '../current-case.ts'
import { askCentre } from '../../app/questions/ask.ts'
import { changeOrSay, answerPress, say, settlePressed, showCase } from '../send.ts'
import { caseTitle } from '../status-screen.ts'
import { answer, askSkip, help } from './answer.ts'
import { industryScreen } from './look-screens.ts'
import { editAnswers, editSections } from './summary-screen.ts'

/** What a pressed button does; `args` is its data after the head, the case's id first. */
export type Press = (ctx: Chat, args: string[]) => Promise<boolean>

/** A button of another person's case: typed answers would go there too, so it is asked, by name. */
async function askSwitch(ctx: Chat, found: Case): Promise<boolean> {
  await say(ctx, { html: ctx.t('chat.otherCase', { title: caseTitle(ctx.app, found) }), buttons: [[{ text: ctx.t('chat.switch'), data: `u:${found.id}` }], [{ text: ctx.t('chat.menu.continue'), data: 'm:continue' }]] })
  await answerPress(ctx)
  return true
}

const question: Press = async (ctx, [id, ...rest]) => {
  const option = rest.at(-1)
  const found = await ownCase(ctx, id)
  if (!found || option === undefined) return false
  if (found.id !== ctx.account.current) return askSwitch(ctx, found)
  return answer(ctx, found.id, rest.slice(0, -1).join(':'), { option })
}

const skipped: Press = async (ctx, [id, key, reason]) => {
  const known = SKIP_REASONS.find((each) => each === reason)
  const found = await ownCase(ctx, id)
  return found && key && known ? answer(ctx, found.id, key, { skip: known }) : false
}

const steered = (steer: typeof back): Press => async (ctx, [id, ...from]) => {
  const found = await ownCase(ctx, id)
  if (!found) return false
  const done = await steer(ctx.app, { id: found.id, update: updateOf(ctx), ...(from.length > 0 ? { from: from.join(':') } : {}) })
  if (!done) return false
  await makeCurrent(ctx, found.id)
  await showCase(ctx, { ...done.case, lang: ctx.lang }, done.result ? [] : [ctx.t('chat.nothingBefore')])
  await answerPress(ctx)
  return true
}

const editing: Press = async (ctx, [id, section]) => {
  const found = await ownCase(ctx, id)
  if (!found) return false
  if (!['interview', 'collecting', 'returned'].includes(found.status)) await showCase(ctx, found, [ctx.t('chat.notEditable')])
  else await changeOrSay(ctx, section ? editAnswers(ctx.app, found, section) : editSections(ctx.app, found))
  await answerPress(ctx)
  return true
}

const editKey: Press = async (ctx, [id, ...rest]) => {
  const found = await ownCase(ctx, id)
  if (!found) return false
  await makeCurrent(ctx, found.id)
  const done = await edit(ctx.app, { id: found.id, update: updateOf(ctx), key: rest.join(':') })
  if (!done) return false
  await showCase(ctx, { ...done.case, lang: ctx.lang }, done.result ? [] : [ctx.t('chat.notEditable')])
  await answerPress(ctx)
  return true
}

const keeping: Press = async (ctx, [id, ...rest]) => {
  const found = await ownCase(ctx, id)
  if (!found) return false
  const done = await keepAnswer(ctx.app, { id: found.id, update: updateOf(ctx), key: rest.join(':') })
  if (!done) return false
  await showCase(ctx, { ...done.case, lang: ctx.lang }, done.result ? [] : [ctx.t('chat.oldButton')])
  await answerPress(ctx)
  return true
}

const confirming: Press = async (ctx, [id, choice]) => {
  const found = await ownCase(ctx, id)
  if (!found) return false
  const done = await settlePending(ctx.app, { id: found.id, update: updateOf(ctx), yes: choice === 'yes' })
  if (!done) return false
  await showCase(ctx, { ...done.case, lang: ctx.lang })
  await answerPress(ctx)
  return true
}

const withCase = (act: (ctx: Chat, found: NonNullable<Awaited<ReturnType<typeof ownCase>>>, rest: string[]) => Promise<void>): Press => async (ctx, [id, ...rest]) => {
  const found = await ownCase(ctx, id)
  if (!found) return false
  await act(ctx, found, rest)
  await answerPress(ctx)
  return true
}

/** Sends the words a person wrote while the case is with the centre: the message this button answers. */
const asking = (objection: boolean): Press => async (ctx, [id]) => {
  const found = await ownCase(ctx, id)
  const pressed = ctx.callbackQuery?.message
  const text = pressed && 'reply_to_message' in pressed ? pressed.reply_to_message?.text : undefined
  if (!found || !text) return false
  const done = await askCentre(ctx.app, { id: found.id, update: updateOf(ctx), text, objection })
  await settlePressed(ctx, ctx.t(done?.result ? 'questions.sent' : 'questions.dropped'))
  await answerPress(ctx)
  return true
}

/** Buttons of the interview, by the head of their data. */
export const interviewPresses: Record<string, Press> = {
  q: question,
  z: skipped,
  x: withCase((ctx, found, [key]) => askSkip(ctx, found, key ?? '')),
  h: withCase((ctx, found) => help(ctx, found)),
  w: withCase((ctx) => say(ctx, { html: ctx.t('chat.laterText'), buttons: [[{ text: ctx.t('chat.menu.continue'), data: 'm:continue' }]] })),
  s: withCase(async (ctx, found) => { await makeCurrent(ctx, found.id); await showCase(ctx, found) }),
  u: withCase(async (ctx, found) => { await makeCurrent(ctx, found.id); await showCase(ctx, found) }),
  j: withCase((ctx, found, [industry, page]) => changeOrSay(ctx, industryScreen(ctx.app, ctx.lang, industry ?? '', Number(page) || 0, { look: false, case: found.id }))),
  b: steered(back),
  p: steered(startSending),
  d: steered(backToList),
  A: asking(false),
  O: asking(true),
  C: confirming,
  K: keeping,
  e: editing,
  t: editKey,
}
