import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Messenger, Outgoing, Sent } from '../../src/app/ports.ts'

export type Said = { chat: number; thread: number | null; id: number; message: Outgoing; edits: number; protect: boolean }
export type SentFile = { chat: number; name: string; path: string; protect: boolean; caption: string }

/** A platform in memory: what was said, sent, made; and faults to order. */
export type Recorder = Messenger & {
  said: Said[]
  files: SentFile[]
  pictures: { chat: number; caption: string }[]
  topics: { thread: number; title: string; icon: string }[]
  pinned: number[]
  refuse: { blocked: Set<number>; noForum: boolean; lostThreads: Set<number>; lostMessages: Set<number> }
}

export const STAFF = -1001234567890

export function makeRecorder(): Recorder {
  const said: Said[] = []
  const files: SentFile[] = []
  const pictures: Recorder['pictures'] = []
  const topics: Recorder['topics'] = []
  const pinned: number[] = []
  const refuse: Recorder['refuse'] = { blocked: new Set(), noForum: false, lostThreads: new Set(), lostMessages: new Set() }
  const dir = mkdtempSync(path.join(os.tmpdir(), 'qujat-recorder-'))
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }))
  let next = 100
  const no = (chat: number, thread: number | null): Sent | null => {
    if (refuse.blocked.has(chat)) return { ok: false, reason: 'blocked', detail: 'Forbidden: bot can\'t initiate conversation with a user' }
    return thread !== null && refuse.lostThreads.has(thread) ? { ok: false, reason: 'gone', detail: 'Bad Request: message thread not found' } : null
  }
  return {
    said, files, pictures, topics, pinned, refuse,
    async say(chat, message, options = {}) {
      const thread = options.thread ?? null
      const refused = no(chat, thread)
      if (refused) return refused
      said.push({ chat, thread, id: ++next, message, edits: 0, protect: options.protect ?? false })
      return { ok: true, message: next }
    },
    async sendNotice(chat, message) {
      const refused = no(chat, null)
      if (refused) return refused
      said.push({ chat, thread: null, id: ++next, message: { html: message.text.text, buttons: message.buttons }, edits: 0, protect: false })
      return { ok: true, message: next }
    },
    editNotice: async (_chat, id) => ({ ok: true, message: id }),
    deleteNotice: async (_chat, id) => ({ ok: true, message: id }),
    async change(chat, id, message) {
      const one = said.find((each) => each.chat === chat && each.id === id)
      if (!one || refuse.lostMessages.has(id) || no(chat, one.thread)) return { ok: false, reason: 'gone', detail: 'Bad Request: message to edit not found' }
      one.message = message
      one.edits += 1
      return { ok: true, message: id }
    },
    async sendFile(chat, file, options = {}) {
      const refused = no(chat, options.thread ?? null)
      if (refused) return refused
      const kept = path.join(dir, `${++next}-${file.name}`)
      copyFileSync(file.path, kept)
      files.push({ chat, name: file.name, path: kept, protect: options.protect ?? false, caption: file.caption ?? '' })
      return { ok: true, message: next }
    },
    async sendPhoto(chat, photo) { pictures.push({ chat, caption: photo.caption }); return { ok: true, message: ++next } },
    async download() { return { ok: false, reason: 'gone' } },
    async makeTopic(title, icon) {
      if (refuse.noForum) return { ok: false, detail: 'Bad Request: the chat is not a forum' }
      const thread = ++next
      topics.push({ thread, title, icon })
      return { ok: true, thread }
    },
    async changeTopic(thread, change) {
      const topic = topics.find((each) => each.thread === thread)
      if (!topic) return { ok: false, reason: 'gone', detail: '' }
      Object.assign(topic, change)
      return { ok: true, message: 0 }
    },
    async pin(_chat, message) { pinned.push(message) },
    member: async () => 'member',
    staffChat: () => STAFF,
    botName: () => 'qujat_bot',
  }
}
