import { type Api, GrammyError, InputFile } from 'grammy'
import type { Messenger, Outgoing, Sent } from '../app/ports.ts'
import { markupOf, textOptions } from './markup.ts'
import { makeNoticePost } from './notice-post.ts'

export type MessengerOptions = {
  api: Api
  /** For files: `<root>/file/bot<token>/<path>`. */
  root: string
  token: string
  botName(): string
  staffChat: { get(): number; migrated(to: number): Promise<void> }
  /** Streams a URL to a file; the HTTP status and the bytes written. */
  fetchFile(url: string, path: string): Promise<{ status: number; bytes: number }>
}

/** A platform's "no" as a value; an outage (429 beyond patience, 5xx, no network) stays an error for the queue to repeat. */
export function refusalOf(error: unknown): Extract<Sent, { ok: false }> | null {
  if (!(error instanceof GrammyError)) return null
  const detail = error.description
  if (error.error_code === 403) return { ok: false, reason: 'blocked', detail }
  // 404: a Bot API server that does not know the method; asking again would not help.
  if (error.error_code !== 400 && error.error_code !== 404) return null
  return { ok: false, reason: /not found|can't be edited|deleted/.test(detail) ? 'gone' : 'refused', detail }
}

async function trying(options: MessengerOptions, send: () => Promise<number>): Promise<Sent> {
  try {
    return { ok: true, message: await send() }
  } catch (error) {
    const moved = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined
    if (moved !== undefined) {
      await options.staffChat.migrated(moved)
      throw error
    }
    if (error instanceof GrammyError && error.description.includes('not modified')) return { ok: true, message: 0 }
    const refusal = refusalOf(error)
    if (refusal) return refusal
    throw error
  }
}

async function download(options: MessengerOptions, fileId: string, path: string): ReturnType<Messenger['download']> {
  try {
    const file = await options.api.getFile(fileId)
    const { status, bytes } = await options.fetchFile(`${options.root}/file/bot${options.token}/${file.file_path}`, path)
    if (status === 404) return { ok: false, reason: 'gone' }
    if (status !== 200) throw new Error(`download: status ${status}`)
    return { ok: true, bytes }
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
    return { ok: false, reason: error.description.includes('too big') ? 'too-large' : 'gone' }
  }
}

/** "Not a member" and "no such person" are answers; a bot without the right to ask, or a server without the method, tells nothing. */
async function memberOf({ api, staffChat }: MessengerOptions, account: number): ReturnType<Messenger['member']> {
  try {
    const found = await api.getChatMember(staffChat.get(), account)
    const out = found.status === 'left' || found.status === 'kicked' || (found.status === 'restricted' && !found.is_member)
    return out ? 'stranger' : 'member'
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return /participant_id_invalid|user not found|user_id_invalid|member not found/i.test(refusal.detail) ? 'stranger' : 'unknown'
  }
}

const inline = (message: Outgoing): { reply_markup?: Exclude<ReturnType<typeof markupOf>, undefined> & { inline_keyboard: never } } => {
  const markup = markupOf(message)
  return markup && 'inline_keyboard' in markup ? { reply_markup: markup as never } : {}
}

/** Messages outside an update. `0` as message id means that the text was already the same. */
export function makeMessenger(options: MessengerOptions): Messenger {
  const { api } = options
  const icons = new Map<string, string>()
  const iconId = async (emoji: string): Promise<string | undefined> => {
    if (icons.size === 0) for (const each of await api.getForumTopicIconStickers().catch(() => [])) if (each.emoji && each.custom_emoji_id) icons.set(each.emoji, each.custom_emoji_id)
    return icons.get(emoji)
  }
  return {
    say: (chat, message, extra = {}) => trying(options, async () => (await api.sendMessage(chat, message.html, {
      ...textOptions(message), ...(extra.thread ? { message_thread_id: extra.thread } : {}), ...(extra.protect ? { protect_content: true } : {}), ...(extra.quiet ? { disable_notification: true } : {}),
    })).message_id),
    change: (chat, id, message) => trying(options, async () => {
      await api.editMessageText(chat, id, message.html, { parse_mode: 'HTML', link_preview_options: { is_disabled: true }, ...inline(message) })
      return id
    }).then((sent) => (sent.ok ? { ok: true, message: id } : sent)),
    sendFile: (chat, file, extra = {}) => trying(options, async () => (await api.sendDocument(chat, new InputFile(file.path, file.name), {
      ...(file.caption ? { caption: file.caption.slice(0, 1024), parse_mode: 'HTML' as const } : {}), ...(extra.thread ? { message_thread_id: extra.thread } : {}), ...(extra.protect ? { protect_content: true } : {}),
    })).message_id),
    sendPhoto: (chat, photo) => trying(options, async () => (await api.sendPhoto(chat, new InputFile(photo.path, 'page.jpg'), {
      caption: photo.caption.slice(0, 1024), parse_mode: 'HTML', disable_notification: true, ...inline({ html: '', buttons: photo.buttons ?? [] }),
      ...(photo.replyTo === undefined ? {} : { reply_parameters: { message_id: photo.replyTo, allow_sending_without_reply: true } }),
    })).message_id),
    download: (fileId, path) => download(options, fileId, path),
    makeTopic: async (title, icon) => {
      try {
        const id = await iconId(icon)
        const made = await api.createForumTopic(options.staffChat.get(), title.slice(0, 128), id ? { icon_custom_emoji_id: id } : {})
        return { ok: true, thread: made.message_thread_id }
      } catch (error) {
        const moved = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined
        if (moved !== undefined) await options.staffChat.migrated(moved)
        const refusal = refusalOf(error)
        if (!refusal || moved !== undefined) throw error
        return { ok: false, detail: refusal.detail }
      }
    },
    changeTopic: (thread, change) => trying(options, async () => {
      const id = change.icon ? await iconId(change.icon) : undefined
      await api.editForumTopic(options.staffChat.get(), thread, { ...(change.title ? { name: change.title.slice(0, 128) } : {}), ...(id ? { icon_custom_emoji_id: id } : {}) })
      return 0
    }),
    pin: async (chat, message) => {
      await api.pinChatMessage(chat, message, { disable_notification: true }).catch((error: unknown) => { if (!refusalOf(error)) throw error })
    },
    ...makeNoticePost({ api, trying: (send) => trying(options, send) }),
    member: (account) => memberOf(options, account),
    staffChat: () => options.staffChat.get(),
    botName: options.botName,
  }
}
