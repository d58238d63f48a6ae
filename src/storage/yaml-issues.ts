import type { z } from 'zod'
import { centreSchema } from '../domain/centre/profile.ts'
import { distance } from '../domain/requirements/likeness.ts'

/** A mistake before it has a file and a line; `reason` is a locale key of `requirements`. */
export type Said = { path: PropertyKey[]; reason: string; values: Record<string, string> }

/** What zod found, as an editor can mend it: which field, and what to write there. */
export function issueMistakes(issue: z.core.$ZodIssue): Said[] {
  const { path } = issue
  const key = String(path.at(-1) ?? '')
  if (issue.code === 'unrecognized_keys') return issue.keys.map((unknown) => unknownKey([...path, unknown], unknown))
  if (issue.message.startsWith('mistake.')) return [{ path, reason: issue.message, values: {} }]
  if (issue.input === undefined && issue.code !== 'custom') return [{ path, reason: 'mistake.missing', values: { key, expected: exampleOf(key, issue) } }]
  return [{ path, ...wrong(key, issue) }]
}

function wrong(key: string, issue: z.core.$ZodIssue): Omit<Said, 'path'> {
  switch (issue.code) {
    case 'invalid_value': return { reason: 'mistake.value', values: { key, allowed: issue.values.map(String).join(', ') } }
    case 'invalid_union': return { reason: 'mistake.value', values: { key, allowed: unionStates(issue) } }
    case 'invalid_format': return { reason: issue.format === 'date' ? 'mistake.date' : 'mistake.type', values: { key, expected: exampleOf(key, issue) } }
    case 'too_small': case 'too_big': return size(key, issue)
    default: return { reason: 'mistake.type', values: { key, expected: exampleOf(key, issue) } }
  }
}

function size(key: string, issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Omit<Said, 'path'> {
  const bound = String(issue.code === 'too_small' ? issue.minimum : issue.maximum)
  const values = { key, bound }
  if (issue.origin === 'string' || issue.origin === 'array') {
    return issue.code === 'too_big' ? { reason: 'mistake.too-long', values } : { reason: 'mistake.too-few', values: { key, expected: exampleOf(key, issue) } }
  }
  return { reason: issue.code === 'too_small' ? 'mistake.at-least' : 'mistake.at-most', values }
}

/** What to write, as it stands in a file: the same in every language. */
const examples: Record<string, string> = {
  confirmedByCentreOn: 'null, 2026-11-22', readOn: 'null, 2026-11-22', special: 'none, unread, { state: demanded, text: { ru: … } }',
  education: 'none, unread, { state: demanded, steps: [tve], text: { ru: … } }',
  experience: 'none, unread, { state: demanded, ways: [{ months: 24 }], text: { ru: … } }',
  names: '{ kk: …, ru: …, en: … }', text: '{ ru: … }', clause: '{ act: LC, clause: "ст. 31" }', act: 'ETKS2', industry: 'mining', id: 'gas-welder',
  grades: '[3, 4, 5]', framework: '"4.1"', category: 'II', levels: '- grades: [3, 4]', sources: '- { act: ETKS2, clause: "§ 52", readOn: 2026-11-22 }',
  steps: '[tve, post-secondary]', ways: '[{ months: 24 }]', months: '24', years: '18', byNames: '- { text: …, lang: ru, source: text }', url: 'https://example.kz/',
}

const kinds: Record<string, string> = { string: '"…"', number: '1', int: '1', boolean: 'true, false', array: '[ … ]', object: '{ … }', record: '{ … }', nullable: 'null' }

function exampleOf(key: string, issue: z.core.$ZodIssue): string {
  if (examples[key]) return examples[key]
  if (issue.code === 'invalid_value') return issue.values.map(String).join(', ')
  if (issue.code === 'invalid_union') return unionStates(issue)
  const expected = 'expected' in issue ? String(issue.expected) : 'string'
  return kinds[expected] ?? expected
}

const unionStates = (issue: z.core.$ZodIssueInvalidUnion) =>
  'options' in issue && Array.isArray(issue.options) ? issue.options.map(String).join(', ') : 'demanded, none, unread, contradictory'

/** Fields that a content file may hold, for "did you mean". */
const fields = [
  ...Object.keys(examples), ...Object.keys(centreSchema.shape), 'nameNotes', 'asks', 'options', 'effect', 'entry', 'note', 'lang', 'source', 'code', 'confidence', 'age', 'conditions', 'state',
  'inSpecialty', 'orWithout', 'variants', 'where', 'totalMonths', 'as', 'grade', 'ofCandidate', 'title', 'kind', 'kk', 'ru', 'en',
]

function unknownKey(path: PropertyKey[], key: string): Said {
  const [like] = fields.map((field) => ({ field, far: distance(key.toLowerCase(), field.toLowerCase(), 2) }))
    .filter(({ far, field }) => far <= Math.min(2, field.length / 3)).sort((a, b) => a.far - b.far)
  return like ? { path, reason: 'mistake.unknown-key-like', values: { key, like: like.field } } : { path, reason: 'mistake.unknown-key', values: { key } }
}
