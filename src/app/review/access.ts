import type { Desk } from './desk.ts'

/** How long Telegram's answer about a member is believed. */
const CACHE_S = 60

/**
 * Whether an account belongs to the staff: a member of their group, asked of Telegram and remembered for a minute.
 * `unknown` is what Telegram would not tell (a bot without the rights to ask). Throws on an outage.
 */
export async function staffStanding(desk: Desk, account: number): Promise<'member' | 'stranger' | 'unknown'> {
  const name = `staff.member.${account}`
  const kept = await desk.store.note(name)
  if (kept === 'member' || kept === 'stranger') return kept
  const told = await desk.messenger.member(account)
  if (told !== 'unknown') await desk.store.saveNote(name, told, CACHE_S)
  return told
}

export const isManager = (desk: Desk, account: number): boolean => desk.managers.includes(account)

/** Puts on record who tried what; the log has the same in codes. */
export async function recordStranger(desk: Desk, attempt: { account: number; what: string; case: string | null }): Promise<void> {
  desk.log.warn(attempt, 'the desk was tried by somebody who is not staff')
  await desk.store.recordStranger({ at: desk.clock.now(), ...attempt })
}
