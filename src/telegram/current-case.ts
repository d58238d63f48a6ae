import type { Case } from '../domain/case/case.ts'
import type { Chat } from './context.ts'

/** The case this account works on now, in the account's language. */
export async function currentCase(ctx: Chat): Promise<Case | null> {
  const { current } = ctx.account
  if (current === null) return null
  const found = await ctx.app.store.load(current)
  // A case that was moved belongs to another account from that moment on, whatever this one still remembers.
  return found && found.account === ctx.account.id && found.status !== 'erased' ? { ...found, lang: ctx.lang } : null
}

/** The case a button names, if it belongs to this account: a forwarded button opens nothing. */
export async function ownCase(ctx: Chat, id: string | undefined): Promise<Case | null> {
  if (!id || !ctx.account.cases.includes(id)) return null
  const found = await ctx.app.store.load(id)
  return found && found.account === ctx.account.id && found.status !== 'erased' ? { ...found, lang: ctx.lang } : null
}

/** Answers and pages go to this case from now on. */
export async function makeCurrent(ctx: Chat, id: string): Promise<void> {
  if (ctx.account.current === id) return
  ctx.account = { ...ctx.account, current: id }
  await ctx.app.store.saveAccount(ctx.account)
}
