import type { Context } from 'grammy'
import type { App } from '../app/app.ts'
import type { Translate } from '../app/ports.ts'
import type { Account } from '../domain/case/account.ts'
import type { Lang } from '../domain/case/case.ts'
import type { Early } from './early.ts'

/** A candidate's update with what every screen needs. */
export type Chat = Context & {
  app: App
  account: Account
  lang: Lang
  t: Translate
  /** True only when the update's id surely went into Redis together with its effects; else it is marked at the end. */
  kept: boolean
  /** The spinner of the pressed button was ended. */
  pressAnswered: boolean
  early: Early
  /** A dialogue of several turns is under way in this chat. */
  talking: boolean
  /** What broke inside a dialogue, carried out to the edge. */
  failure?: unknown
}

/** The update's id, to be marked as done in the same transaction as its effects. */
export const updateOf = (ctx: Chat): number => ctx.update.update_id
