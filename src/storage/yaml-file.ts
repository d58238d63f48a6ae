import { LineCounter, isMap, isNode, parseDocument } from 'yaml'
import type { Document } from 'yaml'
import type { z } from 'zod'
import type { Entry } from '../domain/requirements/entry.ts'

/** A mistake in a content file: where, and what to write instead (`reason` is a locale key of `requirements`). */
export type Mistake = { file: string; line: number; path: string; reason: string; values: Record<string, string> }
/** A profession's file, read, that can still say where a value stands. */
export type EntryRead = { file: string; entry: Entry; lineOf: (path: PropertyKey[]) => number }
export type Read<T> = { ok: true; value: T; lineOf: (path: PropertyKey[]) => number } | { ok: false; mistakes: Mistake[] }

/** Parses YAML and checks it; every mistake carries its line. Never throws on content. */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): Read<T> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  if (document.errors.length) {
    const mistakes = document.errors.map((error) => ({
      file, line: lines.linePos(error.pos[0]).line, path: '', reason: 'mistake.yaml', values: { text: error.message.split('\n')[0] ?? '' },
    }))
    return { ok: false, mistakes }
  }
  const lineOf = (path: PropertyKey[]) => lineAt(document, lines, path)
  const plain = toPlain(document)
  if (!plain.ok) return { ok: false, mistakes: [{ file, line: 1, path: '', reason: 'mistake.yaml', values: { text: plain.text } }] }
  const result = schema.safeParse(plain.value, { reportInput: true })
  if (result.success) return { ok: true, value: result.data, lineOf }
  return { ok: false, mistakes: result.error.issues.flatMap((issue) => mistakesOf(file, issue, lineOf)) }
}

/** References that lead nowhere, or multiply without end, only show here. */
function toPlain(document: Document): { ok: true; value: unknown } | { ok: false; text: string } {
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 20 }) }
  } catch (error) {
    return { ok: false, text: error instanceof Error ? error.message : String(error) }
  }
}

/** The line of the value at this path, or of the nearest parent that exists. */
function lineAt(document: Document, lines: LineCounter, path: PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const key = path[depth - 1]
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true)
    const pair = isMap(parent) ? parent.items.find((p) => String(p.key) === String(key)) : undefined
    const node = pair ? pair.key : document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

function mistakesOf(file: string, issue: z.core.$ZodIssue, lineOf: (path: PropertyKey[]) => number): Mistake[] {
  const at = (path: PropertyKey[], reason: string, values: Record<string, string> = {}): Mistake =>
    ({ file, line: lineOf(path), path: path.map(String).join('.'), reason, values })
  const key = String(issue.path.at(-1) ?? '')
  if (issue.code === 'invalid_value' && issue.input === undefined) return [at(issue.path, 'mistake.missing', { key, expected: issue.values.map(String).join(', ') })]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((unknown) => at([...issue.path, unknown], 'mistake.unknown-key', { key: unknown }))
    case 'invalid_value':
      return [at(issue.path, 'mistake.value', { key, allowed: issue.values.map(String).join(', ') })]
    case 'invalid_union':
      return [at(issue.path, 'mistake.value', { key, allowed: unionStates(issue) })]
    case 'invalid_type':
      if (issue.input === undefined) return [at(issue.path, 'mistake.missing', { key, expected: examples[key] ?? issue.expected })]
      return [at(issue.path, 'mistake.type', { key, expected: issue.expected })]
    default:
      return [at(issue.path, issue.message.startsWith('mistake.') ? issue.message : 'mistake.form', { key, text: issue.message })]
  }
}

/** What to write where the type alone says too little. */
const examples: Record<string, string> = {
  confirmedByCentreOn: 'null, 2026-11-22', readOn: 'null, 2026-11-22', special: 'none, unread, { state: demanded, text: { ru: … } }',
  education: 'none, unread, { state: demanded, steps: [tve], text: { ru: … } }',
  experience: 'none, unread, { state: demanded, ways: [{ months: 24 }], text: { ru: … } }',
}

const unionStates = (issue: z.core.$ZodIssueInvalidUnion) =>
  'options' in issue && Array.isArray(issue.options) ? issue.options.map(String).join(', ') : 'demanded, none, unread, contradictory'

/** For a log or a terminal, where no translator is at hand. */
export function mistakeLine({ file, line, path, reason, values }: Mistake): string {
  return `${file}:${line} ${path} ${reason} ${JSON.stringify(values)}`
}
