import { z } from 'zod'
import { plainText } from '../../domain/case/phrase.ts'
import { askHere } from '../review/show.ts'
import { isInGroup, type Manager } from './for-manager.ts'

/** What a manager was asked to write; the next message in the private chat is the answer, in the group the reply to the question. */
const Asked = z.object({ what: z.string(), id: z.string(), message: z.number().int() })
export type Asked = z.infer<typeof Asked>

const KEPT_S = 24 * 3600
const note = ({ ctx, id }: Manager): string => `manager.ask.${ctx.chat?.id ?? 0}.${id}`

export async function ask(manager: Manager, asked: { what: string; id: string; html: string }): Promise<void> {
  const message = await askHere(manager.ctx, asked.html, plainText(manager.say('updates.ask.placeholder')))
  await manager.desk.store.saveNote(note(manager), JSON.stringify({ what: asked.what, id: asked.id, message }), KEPT_S)
}

/** The question that this message answers; null when nothing was asked, or it is a command. */
export async function askedBy(manager: Manager): Promise<Asked | null> {
  const { desk, ctx } = manager
  if (/^\//.test(ctx.message?.text ?? '')) return null
  const kept = await desk.store.note(note(manager))
  const asked = kept === null ? null : Asked.parse(JSON.parse(kept))
  if (asked === null) return null
  return isInGroup(desk, ctx) && ctx.message?.reply_to_message?.message_id !== asked.message ? null : asked
}

export const forget = (manager: Manager): Promise<string | null> => manager.desk.store.takeNote(note(manager))
