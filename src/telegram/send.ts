import { GrammyError } from 'grammy'
import type { Outgoing } from '../app/ports.ts'
import type { Case } from '../domain/case/case.ts'
import type { Chat } from './context.ts'
import { textOptions } from './markup.ts'
import { screenOf, withRemarks } from './show.ts'

/** Notes the first thing said to an update: what the person sends before it cannot be an answer to it. */
export const said = (ctx: Chat): void => { if (ctx.chat) ctx.early.said(ctx.chat.id, ctx.update) }

/** Sends a message into the chat of the update. */
export const say = async (ctx: Chat, message: Outgoing): Promise<void> => {
  said(ctx)
  await ctx.reply(message.html, textOptions(message))
}

/** A refusal by the platform that costs nobody anything: the message is too old, gone, or unchanged. */
export const isHarmless = (error: unknown): boolean => error instanceof GrammyError && error.error_code === 400

/** Changes the message of the pressed button; where that cannot be, a new one says it. */
export async function changeOrSay(ctx: Chat, message: Outgoing): Promise<void> {
  if (!ctx.callbackQuery?.message) return say(ctx, message)
  try {
    const { reply_markup: markup, ...options } = textOptions(message)
    await ctx.editMessageText(message.html, { ...options, ...(markup && 'inline_keyboard' in markup ? { reply_markup: markup } : {}) })
  } catch (error) {
    if (!isHarmless(error)) throw error
    if (!(error instanceof GrammyError) || !error.description.includes('not modified')) await say(ctx, message)
  }
}

/** Ends the spinner of a pressed button; too late is harmless. */
export async function answerPress(ctx: Chat, text?: string): Promise<void> {
  if (!ctx.callbackQuery || ctx.pressAnswered) return
  ctx.pressAnswered = true
  try {
    await ctx.answerCallbackQuery(text ? { text: text.slice(0, 200) } : {})
  } catch (error) {
    if (!isHarmless(error)) throw error
  }
}

/** Takes the buttons off a question that was answered, and leaves the answer there to read. */
export async function settlePressed(ctx: Chat, html: string): Promise<void> {
  if (!ctx.callbackQuery?.message) return
  try {
    await ctx.editMessageText(html, { parse_mode: 'HTML' })
  } catch (error) {
    if (!isHarmless(error)) throw error
  }
}

/** The case's open question or list, with remarks above it. */
export const showCase = (ctx: Chat, found: Case, remarks: string[] = []): Promise<void> =>
  say(ctx, withRemarks(screenOf(ctx.app, found), remarks))
