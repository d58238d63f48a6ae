/** How alike two folded words are, 0 to 1: the same, a beginning, a part, or a typing slip. */
export function likeness(typed: string, word: string): number {
  if (typed === word) return 1
  const share = typed.length / word.length
  if (typed.length >= 2 && word.startsWith(typed)) return 0.85 + 0.1 * share
  if (typed.length >= 4 && word.includes(typed)) return 0.75 + 0.1 * share
  if (Math.min(typed.length, word.length) < 4) return 0
  // A part of a compound in another case: сварщика inside газосварщик.
  if (typed.length >= 7 && word.includes(typed.slice(0, -2))) return 0.7
  return Math.max(slip(typed, word), ending(typed, word), inside(typed, word))
}

/** The trade's word inside a made-up one: химлаборант, химводоочистка; the last two letters may be an ending. */
function inside(typed: string, word: string): number {
  const stem = word.length >= 7 ? word.slice(0, -2) : word
  return stem.length >= 5 && typed.includes(stem) ? 0.55 + 0.3 * Math.min(1, word.length / typed.length) : 0
}

/** Cases and suffixes differ at the end of a word: сварщика, дәнекерлеушінің; a long beginning forgives more: спектральщик. */
function ending(typed: string, word: string): number {
  let same = 0
  while (same < typed.length && typed[same] === word[same]) same += 1
  const left = Math.max(typed.length, word.length) - same
  const forgiven = same >= 7 ? 5 : same >= 4 ? 3 : 2
  return same >= 3 && left <= forgiven ? 0.85 - 0.05 * left : 0
}

function slip(typed: string, word: string): number {
  const allowed = Math.floor(Math.max(typed.length, word.length) / 4)
  const far = distance(typed, word, allowed)
  return far > allowed ? 0 : 0.9 - (0.8 * far) / Math.max(typed.length, word.length)
}

/** Three rows that change places, kept: a query compares thousands of words. */
const ROWS: [number[], number[], number[]] = [[], [], []]

/** Edits between two words, neighbours swapped counting once; any number above `limit` once it is exceeded. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let [before, above, row] = ROWS
  for (let j = 0; j <= b.length; j += 1) above[j] = j
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row[j] = best
      if (best < least) least = best
    }
    if (least > limit) return limit + 1
    ;[before, above, row] = [above, row, before]
  }
  return above[b.length] ?? limit + 1
}
