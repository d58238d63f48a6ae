import type { InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types'
import type { Button, Outgoing } from '../app/ports.ts'

const inline = (button: Button): InlineKeyboardMarkup['inline_keyboard'][number][number] =>
  'url' in button ? { text: button.text, url: button.url } : { text: button.text, callback_data: button.data }

/** The keyboard of a message as the platform wants it. */
export function markupOf(message: Outgoing): InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | undefined {
  if (message.buttons && message.buttons.length > 0) return { inline_keyboard: message.buttons.map((row) => row.map(inline)) }
  if (message.keyboard === 'remove') return { remove_keyboard: true }
  if (!message.keyboard) return undefined
  const contact = message.keyboard.contact ? [[{ text: message.keyboard.contact, request_contact: true as const }]] : []
  return {
    keyboard: [...contact, ...(message.keyboard.rows ?? []).map((row) => row.map((text) => ({ text })))],
    resize_keyboard: true, one_time_keyboard: true,
    ...(message.keyboard.placeholder ? { input_field_placeholder: message.keyboard.placeholder.slice(0, 64) } : {}),
  }
}

/** What every text message carries. */
export const textOptions = (message: Outgoing): { parse_mode: 'HTML'; link_preview_options: { is_disabled: true }; reply_markup?: NonNullable<ReturnType<typeof markupOf>> } => {
  const markup = markupOf(message)
  return { parse_mode: 'HTML', link_preview_options: { is_disabled: true }, ...(markup ? { reply_markup: markup } : {}) }
}

/** A button's text; a long one ends with an ellipsis, not in the middle of a word. */
export function short(text: string, longest = 58): string {
  if (text.length <= longest) return text
  return `${text.slice(0, longest).replace(/\s+\S*$/, '')}…`
}

/** Puts short buttons two in a row, long ones alone. */
export function rows(buttons: Button[], longest = 16): Button[][] {
  const out: Button[][] = []
  for (const button of buttons) {
    const last = out.at(-1)
    const short = button.text.length <= longest
    if (short && last?.length === 1 && (last[0]?.text.length ?? 99) <= longest) last.push(button)
    else out.push([button])
  }
  return out
}
