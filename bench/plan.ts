import type { Call } from './fake-api.ts'

/** A call as the bare bot repeats it: words and keyboard as the product sent them. */
export type Planned = { method: string; text: string; other: Record<string, never> }
/** The calls of each step of an interview. */
export type Plan = Planned[][]

/** What a conversation is made of; the names and commands that are published at the start belong to no update. */
const TALK = ['sendMessage', 'editMessageText', 'answerCallbackQuery']
export const isTalk = ({ method }: Call): boolean => TALK.includes(method)

const OWN = new Set(['chat_id', 'message_id', 'callback_query_id', 'text'])

export function plannedOf({ method, body }: Call): Planned {
  const payload = JSON.parse(body) as Record<string, unknown>
  const other = Object.fromEntries(Object.entries(payload).filter(([name]) => !OWN.has(name)))
  return { method, text: String(payload['text'] ?? ''), other: other as Planned['other'] }
}
