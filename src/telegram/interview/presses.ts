import { settlePending } from '../../app/interview/pending.ts'
import { openStep } from '../../app/interview/reply.ts'
import { back, backToList, edit, keepAnswer, startSending } from '../../app/interview/steer.ts'
import type { Case } from '../../domain/case/case.ts'
import { SKIP_REASONS } from '../../domain/interview/question.ts'
import { readTicks, toggled } from '../../domain/interview/ticks.ts'
import { type Chat, updateOf } from '../context.ts'
import { makeCurrent, ownCase } from '../current-case.ts'
import { askCentre } from '../../app/questions/ask.ts'
import { changeOrSay, answerPress, say, settlePressed, showCase } from '../send.ts'
import { caseTitle } from '../status-screen.ts'
import { answer, askSkip, help } from './answer.ts'
import { industryScreen } from './look-screens.ts'
import { questionScreen } from './question-screen.ts'
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

/** One option more or less of a question that takes several: the message itself carries what is ticked. */
const ticking: Press = async (ctx, [id, ...rest]) => {
  const index = Number(rest.at(-1))
  const ticks = readTicks(rest.at(-2) ?? '')
  const found = await ownCase(ctx, id)
  const step = found && openStep(ctx.app, found)
  const options = step?.question.options?.(step.view) ?? []
  if (!found || !step || ticks === null || step.key !== rest.slice(0, -2).join(':') || !options[index]) return false
  await changeOrSay(ctx, questionScreen(ctx.app, found, step, toggled(step.question, options, ticks, index)))
  await answerPress(ctx)
  return true
}

/** Words that were held back are the answer after all: the message this button answers. */
const isAnswer: Press = async (ctx, [id, ...key]) => {
  const found = await ownCase(ctx, id)
  const text = repliedText(ctx)
  if (!found || !text) return false
  await settlePressed(ctx, `✓ ${ctx.t('chat.isAnswer')}`)
  return answer(ctx, found.id, key.join(':'), { text })
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

/** The person's own words that the pressed button's message answers. */
function repliedText(ctx: Chat): string | undefined {
  const pressed = ctx.callbackQuery?.message
  return pressed && 'reply_to_message' in pressed ? pressed.reply_to_message?.text : undefined
}

/** Sends the words a person wrote while the case is with the centre: the message this button answers. */
const asking = (objection: boolean): Press => async (ctx, [id]) => {
  const found = await ownCase(ctx, id)
  const text = repliedText(ctx)
  if (!found || !text) return false
  const done = await askCentre(ctx.app, { id: found.id, update: updateOf(ctx), text, objection })
  await settlePressed(ctx, ctx.t(done?.result ? 'questions.sent' : 'questions.dropped'))
  if (openStep(ctx.app, found)) await showCase(ctx, found)
  await answerPress(ctx)
  return true
}

/** Buttons of the interview, by the head of their data. */
export const interviewPresses: Record<string, Press> = {
  q: question,
  T: ticking,
  V: isAnswer,
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
