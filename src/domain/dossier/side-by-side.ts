import type { Cell, PageGroup, Paper, Row, Section } from './paper.ts'

const inLine = (one: string, other: string): string => (one === other ? one : `${one} · ${other}`)
const stacked = (one: string, other: string): string => (one === other ? one : `${one}\n${other}`)

/** A text that may be missing in either language; nothing at all when it is missing in both. */
function optional<K extends string>(key: K, pair: [string | undefined, string | undefined], join: (one: string, other: string) => string): { [P in K]?: string } {
  const [one = '', other = ''] = pair
  if (one === '' && other === '') return {}
  return { [key]: one === '' || other === '' ? one + other : join(one, other) } as { [P in K]?: string }
}

const rowOf = (one: Row, other: Row): Row => ({
  ...one, label: stacked(one.label, other.label), ...(one.value === other.value ? {} : { beside: other.value }), ...optional('note', [one.note, other.note], stacked),
})

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text)
const noteOf = (cell: Cell): string => (typeof cell === 'string' ? '' : cell.note)
const cellOf = (one: Cell, other: Cell): Cell =>
  ({ text: stacked(textOf(one), textOf(other)), note: optional('note', [noteOf(one), noteOf(other)], stacked).note ?? '' })

/** Two lists by their places; what only one of them has stands for both. */
const paired = <T, R>(one: readonly T[], other: readonly T[], join: (one: T, other: T) => R): R[] =>
  Array.from({ length: Math.max(one.length, other.length) }, (_, i) => join((one[i] ?? other[i]) as T, (other[i] ?? one[i]) as T))

function sectionOf(one: Section, other: Section): Section {
  return {
    heading: inLine(one.heading, other.heading),
    ...(one.intro === undefined ? {} : { intro: one.intro, ...(other.intro === one.intro || other.intro === undefined ? {} : { introBeside: other.intro }) }),
    ...(one.rows ? { rows: paired(one.rows, other.rows ?? [], rowOf) } : {}),
    ...(one.columns ? { columns: paired(one.columns, other.columns ?? [], stacked) } : {}),
    ...(one.table ? { table: paired(one.table, other.table ?? [], (a, b) => paired(a, b, cellOf)) } : {}),
    ...(one.bullets ? { bullets: one.bullets, ...(other.bullets ? { bulletsBeside: other.bullets } : {}) } : {}),
  }
}

const groupOf = (one: PageGroup, other: PageGroup): PageGroup => ({
  heading: inLine(one.heading, other.heading), ...optional('note', [one.note, other.note], stacked),
  pages: paired(one.pages, other.pages, (a, b) => ({ ...a, ...optional('caption', [a.caption, b.caption], inLine) })),
})

/**
 * One paper in two languages: what is short stands in one line or one under the other, sentences and values beside each
 * other; what is the same in both stands once. Both must tell of the same case.
 */
export function sideBySide(one: Paper, other: Paper): Paper {
  return {
    ...one, besideLang: other.lang, title: inLine(one.title, other.title), ...optional('subtitle', [one.subtitle, other.subtitle], stacked),
    ...optional('stamp', [one.stamp, other.stamp], inLine), ...optional('incomplete', [one.incomplete, other.incomplete], (a, b) => `${a}\n\n${b}`),
    facts: paired(one.facts, other.facts, rowOf), ...optional('contents', [one.contents, other.contents], inLine),
    sections: paired(one.sections, other.sections, sectionOf), groups: paired(one.groups, other.groups, groupOf),
    footer: stacked(one.footer, other.footer), pageWord: inLine(one.pageWord, other.pageWord),
    ...(one.fields ? { fields: { ...one.fields, ...Object.fromEntries(Object.entries(other.fields ?? {}).map(([name, value]) => [`${name}-${other.lang}`, value])) } } : {}),
    ...(one.signatures ? { signatures: paired(one.signatures, other.signatures ?? [], inLine) } : {}),
  }
}
