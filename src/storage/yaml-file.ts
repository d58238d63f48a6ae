import { LineCounter, isMap, isNode, parseDocument } from 'yaml'
import type { Document, YAMLError } from 'yaml'
import type { z } from 'zod'
import type { Mistake } from '../app/ports.ts'
import { issueMistakes } from './yaml-issues.ts'
import type { Said } from './yaml-issues.ts'

export type { Mistake }
export type LineOf = (path: PropertyKey[]) => number
export type Read<T> = { ok: true; value: T; lineOf: LineOf } | { ok: false; mistakes: Mistake[] }

/** Parses YAML and checks it; every mistake carries its line. Never throws on content. */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): Read<T> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  if (document.errors.length) {
    const mistakes = document.errors.map((error) => ({ file, line: lines.linePos(error.pos[0]).line, path: '', ...yamlMistake(error, document.errors.some(isOpen)) }))
    return { ok: false, mistakes: firstOfLine(mistakes) }
  }
  const lineOf = (path: PropertyKey[]) => lineAt(document, lines, path)
  const plain = toPlain(document)
  if (!plain.ok) return { ok: false, mistakes: [{ file, line: 1, path: '', reason: 'mistake.yaml', values: { text: plain.text } }] }
  if (plain.value === null || plain.value === undefined) return { ok: false, mistakes: [{ file, line: 1, path: '', reason: 'mistake.empty-file', values: {} }] }
  const result = schema.safeParse(plain.value, { reportInput: true })
  if (result.success) return { ok: true, value: result.data, lineOf }
  return { ok: false, mistakes: onceEach(result.error.issues.flatMap(issueMistakes)).map((said) => placed(file, said, lineOf)) }
}

/** A mistyped field is missing under its right name too: told once, where it stands. */
const onceEach = (said: Said[]): Said[] => said.filter(({ path, reason, values }) => reason !== 'mistake.missing'
  || !said.some((other) => other.values['like'] === values['key'] && other.path.slice(0, -1).join('.') === path.slice(0, -1).join('.')))

/** A mistake with its file and line. */
export const placed = (file: string, { path, reason, values }: Said, lineOf: LineOf): Mistake =>
  ({ file, line: lineOf(path), path: path.map(String).join('.'), reason, values })

const plainWords: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'mistake.yaml-tab', BAD_INDENT: 'mistake.yaml-indent', BLOCK_AS_IMPLICIT_KEY: 'mistake.yaml-indent',
  DUPLICATE_KEY: 'mistake.yaml-doubled', BAD_ALIAS: 'mistake.yaml-sign', BAD_SCALAR_START: 'mistake.yaml-sign', UNEXPECTED_TOKEN: 'mistake.yaml-sign',
  MULTILINE_IMPLICIT_KEY: 'mistake.yaml-colon', MISSING_CHAR: 'mistake.yaml-colon', KEY_OVER_1024_CHARS: 'mistake.yaml-colon',
}

const isOpen = (error: YAMLError): boolean => /missing closing|end with a/i.test(error.message)

/** The parser speaks English and of tokens; an editor needs to know what to mend. An open quote swallows lines and looks like a lost colon. */
function yamlMistake(error: YAMLError, open: boolean): { reason: string; values: Record<string, string> } {
  const text = error.message.split('\n')[0] ?? ''
  const colon = error.code === 'MULTILINE_IMPLICIT_KEY' || error.code === 'MISSING_CHAR'
  const reason = isOpen(error) || (colon && open) ? 'mistake.yaml-open' : plainWords[error.code]
  return reason ? { reason, values: {} } : { reason: 'mistake.yaml', values: { text } }
}

/** One slip makes the parser stumble several times at the same place. */
const firstOfLine = (mistakes: Mistake[]): Mistake[] => mistakes.filter(({ line }, at) => mistakes.findIndex((other) => other.line === line) === at)

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
