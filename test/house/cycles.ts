import type { Import } from './imports.ts'

type Walk = { index: Map<string, number>; low: Map<string, number>; stack: string[]; groups: string[][] }

/** Tarjan: groups of files that reach each other. */
function visit(file: string, next: ReadonlyMap<string, string[]>, walk: Walk): void {
  const { index, low, stack, groups } = walk
  index.set(file, index.size)
  low.set(file, index.get(file)!)
  stack.push(file)
  for (const to of next.get(file) ?? []) {
    if (!index.has(to)) visit(to, next, walk)
    if (stack.includes(to)) low.set(file, Math.min(low.get(file)!, low.get(to)!))
  }
  if (low.get(file) === index.get(file)) groups.push(stack.splice(stack.indexOf(file)))
}

/** Files that import each other in a ring; rings of types alone are no harm. "a.ts ↔ b.ts". */
export function cyclesIn(edges: Import[]): string[] {
  const own = edges.filter((edge) => edge.own)
  const next = new Map<string, string[]>()
  for (const { from, to } of own) next.set(from, [...(next.get(from) ?? []), to])
  const walk: Walk = { index: new Map(), low: new Map(), stack: [], groups: [] }
  for (const file of next.keys()) if (!walk.index.has(file)) visit(file, next, walk)
  const runs = (group: string[]): boolean => own.some(({ from, to, typeOnly }) => !typeOnly && group.includes(from) && group.includes(to))
  const self = own.filter(({ from, to }) => from === to).map(({ from }) => from)
  return [...walk.groups.filter((group) => group.length > 1 && runs(group)).map((group) => [...group].sort().join(' ↔ ')), ...self]
}
