import { type Conversation, type ConversationFlavor, conversations, createConversation } from '@grammyjs/conversations'
import { Composer, type Context } from 'grammy'
import { askCentre, LONGEST_QUESTION } from '../../app/questions/ask.ts'
import { type Chat, updateOf } from '../context.ts'
import { currentCase } from '../current-case.ts'
import { answerPress, say, settlePressed, showCase } from '../send.ts'
import { centreScreen } from '../interview/menu-screens.ts'
import { escapeHtml } from '../../domain/case/phrase.ts'

export const ASK = 'm:ask'
/** The same, for words against a hint: a person answers them within the law's term. */
export const OBJECT = 'm:object'
type Talking = ConversationFlavor<Chat>
type Outcome = 'goes on' | 'ends' | 'again'

/** Whatever breaks in an outside step is carried out of the conversation, which would otherwise be lost with it. */
const safely = (step: (ctx: Talking) => Promise<Outcome>) => async (ctx: Talking): Promise<Outcome> => {
  try {
    return await step(ctx)
  } catch (error) {
    ctx.failure = error
    return 'ends'
  }
}

const draft = (text: string) => safely(async (ctx) => {
  await say(ctx, {
    html: `${ctx.t('questions.sure')}\n\n<blockquote>${escapeHtml(text.slice(0, LONGEST_QUESTION))}</blockquote>`,
    buttons: [[{ text: ctx.t('questions.send'), data: 'ask:send' }], [{ text: ctx.t('questions.again'), data: 'ask:again' }], [{ text: ctx.t('questions.drop'), data: 'ask:drop' }]],
  })
  return 'goes on'
})

const settle = (choice: string, text: string, objection: boolean) => safely(async (ctx) => {
  if (choice === 'ask:again') {
    await settlePressed(ctx, ctx.t('questions.write'))
    await answerPress(ctx)
    return 'again'
  }
  const found = await currentCase(ctx)
  const done = choice === 'ask:send' && found ? await askCentre(ctx.app, { id: found.id, update: updateOf(ctx), text, objection }) : null
  await settlePressed(ctx, ctx.t(done?.result ? 'questions.sent' : 'questions.dropped'))
  await answerPress(ctx)
  if (found) await showCase(ctx, found)
  return 'ends'
})

/** A question to the centre: its words, then "send it?". Nothing here is worth keeping; a lost one is written again. */
const question = (objection: boolean) => async (conversation: Conversation<Talking, Context>): Promise<void> => {
  for (let turn = 0; turn < 3; turn++) {
    const asked = await conversation.waitFor('message:text', { next: true })
    const { text } = asked.message
    if ((await conversation.external(draft(text))) === 'ends') return
    const pressed = await conversation.waitForCallbackQuery(['ask:send', 'ask:again', 'ask:drop'], { next: true })
    if ((await conversation.external(settle(pressed.callbackQuery.data, text, objection))) !== 'again') return
  }
}

const begin = (name: 'question' | 'objection') => async (ctx: Talking): Promise<void> => {
  if (await currentCase(ctx)) {
    await say(ctx, { html: ctx.t(name === 'question' ? 'questions.write' : 'questions.writeObjection') })
    await ctx.conversation.enter(name)
  } else await say(ctx, centreScreen(ctx.app, ctx.lang))
  await answerPress(ctx)
}

/** A command or a button of elsewhere ends the dialogue and does its own work. */
const leavesIt = (ctx: Talking): boolean => {
  const data = ctx.callbackQuery?.data
  return data !== undefined ? !data.startsWith('ask:') : /^\//.test(ctx.message?.text ?? '')
}

/** The dialogue, met only by those who are in it or begin it: for everybody else it costs nothing. */
export function questionDialogue(): Composer<Chat> {
  const outer = new Composer<Chat>()
  const talk = new Composer<Talking>()
  talk.use(async (ctx, next) => {
    await next()
    if (ctx.failure !== undefined) throw ctx.failure
  })
  talk.use(conversations<Talking, Context>({
    storage: {
      type: 'context',
      adapter: {
        read: (ctx) => ctx.app.dialogues.read(String(ctx.chat?.id)) as never,
        write: (ctx, state) => ctx.app.dialogues.write(String(ctx.chat?.id), state),
        delete: (ctx) => ctx.app.dialogues.delete(String(ctx.chat?.id)),
      },
    },
  }))
  talk.use(async (ctx, next) => {
    if (leavesIt(ctx)) await ctx.conversation.exitAll()
    await next()
  })
  talk.use(createConversation<Talking, Context>(question(false), { id: 'question' }), createConversation<Talking, Context>(question(true), { id: 'objection' }))
  // After createConversation: only what was registered upstream can be entered.
  talk.callbackQuery(ASK, begin('question'))
  talk.callbackQuery(OBJECT, begin('objection'))
  outer.filter((ctx) => ctx.talking || ctx.callbackQuery?.data === ASK || ctx.callbackQuery?.data === OBJECT, talk as never)
  return outer
}
