import { type Context, GrammyError } from 'grammy'
import type { InlineKeyboardMarkup } from 'grammy/types'
import type { Outgoing } from '../../app/ports.ts'

const keyboard = (screen: Outgoing): InlineKeyboardMarkup => ({
  inline_keyboard: (screen.buttons ?? []).map((row) =>
    row.map((button) => ('url' in button ? { text: button.text, url: button.url } : { text: button.text, callback_data: button.data }))),
})

/** The topic an update came from; a plain reply in a group without topics has a thread id that cannot be written to. */
export function threadOf(ctx: Context): number | null {
  const message = ctx.msg
  return message && 'is_topic_message' in message && message.is_topic_message ? (message.message_thread_id ?? null) : null
}

const where = (ctx: Context): { message_thread_id?: number } => {
  const thread = threadOf(ctx)
  return thread === null ? {} : { message_thread_id: thread }
}

const options = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const

/** Says something where the update came from; gives the message's id. */
export async function sayHere(ctx: Context, screen: Outgoing): Promise<number> {
  const markup = screen.buttons ? { reply_markup: keyboard(screen) } : {}
  return (await ctx.reply(screen.html, { ...options, ...where(ctx), ...markup })).message_id
}

/** Asks one member for words; the answer field opens for that member only. */
export async function askHere(ctx: Context, html: string, placeholder: string): Promise<number> {
  const reply_markup = { force_reply: true as const, selective: true, input_field_placeholder: placeholder.slice(0, 64) }
  return (await ctx.reply(html, { ...options, ...where(ctx), reply_markup })).message_id
}

const saysNo = (error: unknown): boolean => error instanceof GrammyError && error.error_code === 400

/** Shows the screen on a message that is there. False when it is not there any more; unchanged is no fault. */
export async function showOn(ctx: Context, message: number, screen: Outgoing): Promise<boolean> {
  if (!ctx.chat) return false
  try {
    await ctx.api.editMessageText(ctx.chat.id, message, screen.html, { ...options, reply_markup: keyboard(screen) })
    return true
  } catch (error) {
    if (!saysNo(error)) throw error
    return error instanceof GrammyError && error.description.includes('not modified')
  }
}

/** Ends a press, with a line the presser sees. A press too old to be answered, or answered before, is no fault. */
export async function answerPress(ctx: Context, text = '', alert = false): Promise<void> {
  try {
    await ctx.answerCallbackQuery({ text: text.slice(0, 200), show_alert: alert })
  } catch (error) {
    if (!saysNo(error)) throw error
  }
}
