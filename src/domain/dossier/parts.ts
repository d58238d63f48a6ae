import type { PageGroup, Paper } from './paper.ts'

/** Groups dealt into parts whose pictures stay below `most` bytes, in their order; a picture larger than that has a part alone. */
function deal(groups: readonly PageGroup[], sizes: ReadonlyMap<string, number>, most: number): PageGroup[][] {
  const parts: PageGroup[][] = [[]]
  let used = 0
  for (const group of groups) {
    let piece: PageGroup | null = null
    for (const page of group.pages) {
      const size = sizes.get(page.file) ?? 0
      if (used > 0 && used + size > most) {
        parts.push([])
        used = 0
        piece = null
      }
      if (piece === null) parts.at(-1)!.push(piece = { ...group, pages: [] })
      piece.pages.push(page)
      used += size
    }
  }
  return parts
}

/**
 * A paper as one, or as many as keep each below `most` bytes: the first has the cover and the record, the others go on
 * with the pages. `sizes`: bytes of each picture. Pure.
 */
export function inParts(paper: Paper, sizes: ReadonlyMap<string, number>, most: number): Paper[] {
  const parts = deal(paper.groups, sizes, most)
  if (parts.length === 1) return [paper]
  return parts.map((groups, index) => {
    const title = `${paper.title} · ${index + 1} / ${parts.length}`
    if (index === 0) return { ...paper, title, groups }
    const { contents: _contents, incomplete: _incomplete, ...rest } = paper
    return { ...rest, title, facts: [], sections: [], groups }
  })
}
