import type { Option, Question } from './question.ts'

/** Ticked options as a number, one bit each: it travels in the buttons, so that nothing half-ticked is kept. */
export type Ticks = number

export const isTicked = (ticks: Ticks, index: number): boolean => (ticks & (1 << index)) !== 0

/** The ticks after one more press; an option that stands alone takes the others away, and they take it. */
export function toggled(question: Pick<Question, 'alone'>, options: Option[], ticks: Ticks, index: number): Ticks {
  const next = ticks ^ (1 << index)
  const alone = options.findIndex((each) => each.id === question.alone)
  if (alone < 0 || !isTicked(next, index)) return next
  return index === alone ? 1 << alone : next & ~(1 << alone)
}

export const tickedIds = (options: Option[], ticks: Ticks): string[] => options.filter((_, index) => isTicked(ticks, index)).map(({ id }) => id)

export const ticksOf = (options: Option[], ids: readonly string[]): Ticks =>
  options.reduce((sum, each, index) => (ids.includes(each.id) ? sum | (1 << index) : sum), 0)

/** Ticks as they travel: short, and never mistaken for an option's id. */
export const writeTicks = (ticks: Ticks): string => `~${ticks.toString(36)}`

/** Null for anything that is not written so. */
export function readTicks(text: string): Ticks | null {
  const ticks = /^~[0-9a-z]{1,6}$/.test(text) ? Number.parseInt(text.slice(1), 36) : Number.NaN
  return Number.isSafeInteger(ticks) ? ticks : null
}
