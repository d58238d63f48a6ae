import { mutedFact } from '../../domain/case/account.ts'
import type { Chat } from '../context.ts'
import { say } from '../send.ts'

/** No notices from now on, or notices again; what concerns the own case comes always. */
export async function setMuted(ctx: Chat, muted: boolean): Promise<void> {
  const account = { ...ctx.account, muted }
  await ctx.app.store.saveFact(mutedFact(account.id), muted ? '1' : '0')
  await ctx.app.store.saveAccount(account)
  ctx.account = account
  await say(ctx, { html: ctx.t(muted ? 'notices.mutedNow' : 'notices.unmutedNow'), buttons: [[{ text: ctx.t(muted ? 'notices.unmute' : 'notices.mute'), data: muted ? 'm:unmute' : 'm:mute' }]] })
}
