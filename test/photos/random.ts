/** Numbers that look like chance and are the same for the same seed. */
export type Random = {
  /** 0 ≤ x < 1 */
  next(): number
  between(low: number, high: number): number
  /** About normal, mean 0, deviation 1. */
  normal(): number
  pick<T>(list: readonly T[]): T
}

export function makeRandom(seed: number): Random {
  let state = (seed * 2654435761 + 1) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    normal: () => next() + next() + next() + next() + next() + next() - 3,
    pick: (list) => list[Math.floor(next() * list.length)] as never,
  }
}
