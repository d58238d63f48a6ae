import type { Message } from 'grammy/types'
import { receive, type Received } from '../../app/documents/receive.ts'
import { type Chat, updateOf } from '../context.ts'
import { currentCase } from '../current-case.ts'
import { say, showCase } from '../send.ts'
import { incomingOf, type Sent } from './incoming.ts'

const REFUSALS = { closed: 'documents.closed', 'too-large': 'documents.tooLarge', 'too-many': 'documents.tooMany', interview: 'documents.duringInterview' } as const

async function refuse(ctx: Chat, reason: Exclude<Received, { ok: true }>['reason']): Promise<void> {
  const ask = reason === 'closed' ? { buttons: [[{ text: ctx.t('questions.ask'), data: 'm:ask' }]] } : {}
  await say(ctx, { html: ctx.t(REFUSALS[reason]), ...ask })
}

/**
 * Photos and files: only recorded here, with what must follow; the answer comes from the job when the vault has them,
 * one for a whole album. True when the message brought a file.
 */
export async function upload(ctx: Chat, message: Message): Promise<boolean> {
  const sent: Sent | null = incomingOf(message)
  if (!sent) return false
  const found = await currentCase(ctx)
  if (!found) {
    // Before consent nothing is fetched and nothing is kept.
    await say(ctx, { html: ctx.t('documents.beforeConsent'), buttons: [[{ text: ctx.t('chat.menu.begin'), data: 'm:begin' }]] })
    return true
  }
  if ('refused' in sent) {
    await say(ctx, { html: ctx.t(`documents.${sent.refused}`) })
    return true
  }
  const done = await receive(ctx.app, { id: found.id, update: updateOf(ctx), incoming: sent.incoming })
  if (!done) await showCase(ctx, found)
  else if (!done.result.ok && found.status === 'paused') await showCase(ctx, found)
  else if (!done.result.ok) await refuse(ctx, done.result.reason)
  return true
}
