/** The platform's lengths, which the types do not know. Text and captions are measured after parsing, elsewhere. */
import { badRequest } from './errors.ts'

type Fields = Record<string, unknown>

/** Characters of a message's text after entities are parsed. */
export const TEXT_LIMIT = 4096
/** Characters of a caption. */
export const CAPTION_LIMIT = 1024
/** Bytes of a photo the bot uploads. */
export const PHOTO_LIMIT = 10 * 1024 * 1024
/** Bytes of any file the bot uploads. */
export const UPLOAD_LIMIT = 50 * 1024 * 1024
const BUTTONS = 100
const MARKUP_BYTES = 10_240

const count = (value: unknown) => (typeof value === 'string' ? [...value].length : 0)
const fields = (value: unknown) => (typeof value === 'object' && value !== null ? (value as Fields) : {})
const rows = (value: unknown) => (Array.isArray(value) ? (value as unknown[]).flat() : []) as (Fields | string)[]

const ACTIONS = [
  'callback_data',
  'url',
  'web_app',
  'login_url',
  'disabled',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
]

function checkButton(button: Fields): void {
  if (count(button.text) === 0) throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
  const chosen = ACTIONS.filter((name) => button[name] !== undefined)
  if (chosen.length === 0) throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
  if (chosen.length > 1) throw badRequest("can't parse inline keyboard button: exactly one action is allowed")
  if (button.callback_data !== undefined) {
    const size = Buffer.byteLength(String(button.callback_data))
    if (size < 1 || size > 64) throw badRequest('BUTTON_DATA_INVALID')
  }
  if (button.url !== undefined && !/^(https?:\/\/|tg:\/\/|ton:\/\/)?[^\s]+$/i.test(String(button.url))) throw badRequest('BUTTON_URL_INVALID')
  const copied = fields(button.copy_text).text
  if (button.copy_text !== undefined && (count(copied) < 1 || count(copied) > 256)) throw badRequest('BUTTON_COPY_TEXT_INVALID')
}

function checkMarkup(markup: Fields): void {
  if (Buffer.byteLength(JSON.stringify(markup)) > MARKUP_BYTES) throw badRequest('reply markup is too long')
  const inline = rows(markup.inline_keyboard) as Fields[]
  if (inline.length > BUTTONS) throw badRequest('reply markup is too long')
  inline.forEach(checkButton)
  if (rows(markup.keyboard).length > 300) throw badRequest('reply markup is too long')
  for (const key of rows(markup.keyboard)) if (count(typeof key === 'string' ? key : key.text) === 0) throw badRequest('KEYBOARD_BUTTON_TEXT_INVALID')
  if (Array.isArray(markup.keyboard) && rows(markup.keyboard).length === 0) throw badRequest('reply keyboard is empty')
  if (markup.input_field_placeholder !== undefined && (count(markup.input_field_placeholder) < 1 || count(markup.input_field_placeholder) > 64))
    throw badRequest('INPUT_FIELD_PLACEHOLDER_INVALID')
}

/** @throws ApiError 400 for whatever is too long, too short or too much */
export function checkSizes(params: Fields, method = ''): void {
  checkMarkup(fields(params.reply_markup))
  if (method === 'answerCallbackQuery' && count(params.text) > 200) throw badRequest('MESSAGE_TOO_LONG')
  if (/ForumTopic$/.test(method) && params.name !== undefined && method !== 'closeForumTopic') {
    if (method === 'createForumTopic' && count(params.name) === 0) throw badRequest('TOPIC_NAME_EMPTY')
    if (count(params.name) > 128) throw badRequest('TOPIC_TITLE_TOO_LONG')
  }
  if (method === 'setMyName' && count(params.name) > 64) throw badRequest('BOT_NAME_TOO_LONG')
  if (count(params.description) > 512) throw badRequest('BOT_DESCRIPTION_TOO_LONG')
  if (count(params.short_description) > 120) throw badRequest('BOT_ABOUT_TOO_LONG')
  if (method === 'setMyCommands') checkCommands(params.commands as Fields[])
  if (method === 'sendMediaGroup' && ((params.media as unknown[]).length < 2 || (params.media as unknown[]).length > 10))
    throw badRequest('there must be 2-10 media in an album')
  if (/^(copy|forward|delete)Messages$/.test(method)) checkIds(params.message_ids as number[], method)
  if (params.secret_token !== undefined && !/^[\w-]{1,256}$/.test(String(params.secret_token)))
    throw badRequest('secret token contains unallowed characters')
  if (params.max_connections !== undefined && (Number(params.max_connections) < 1 || Number(params.max_connections) > 100))
    throw badRequest('max_connections must be between 1 and 100')
  if (method === 'sendMessageDraft' && count(params.text) > TEXT_LIMIT) throw badRequest('message is too long')
}

function checkCommands(commands: Fields[]): void {
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  for (const { command, description } of commands) {
    if (!/^\/?[a-z0-9_]{1,32}$/.test(String(command))) throw badRequest('BOT_COMMAND_INVALID')
    if (count(description) < 1 || count(description) > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
  }
}

function checkIds(ids: number[], method: string): void {
  if (ids.length < 1) throw badRequest('message identifiers are not specified')
  if (ids.length > 100) throw badRequest('too many message identifiers specified')
  if (method !== 'deleteMessages' && ids.some((id, index) => index > 0 && id <= (ids[index - 1] ?? 0)))
    throw badRequest('message identifiers must be in a strictly increasing order')
}
