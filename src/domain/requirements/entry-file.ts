import { z } from 'zod'
import { ageSchema, educationSchema, experienceSchema, specialSchema } from './demand.ts'
import { confidences, entrySchema, sourceSchema } from './entry.ts'
import type { Entry, Level, LevelLabel } from './entry.ts'
import { daySchema, sourceTextSchema } from './text.ts'

/** Labour Code art. 26(1)(2): nobody under 18 on heavy, harmful or dangerous work. The trades here are such work. */
export const defaultAge = { state: 'demanded', years: 18, clause: { act: 'LC', clause: 'ст. 26, п. 1, пп. 2' } } as const

/** A demand may leave its clause out: then it is written where the whole row is. Done before validation. */
function withClause(row: unknown): unknown {
  if (!isRecord(row)) return row
  const source = Array.isArray(row['sources']) ? row['sources'][0] : undefined
  const clause: unknown = isRecord(source) ? { act: source['act'], clause: source['clause'] } : undefined
  const filled: Record<string, unknown> = { ...row }
  for (const key of ['age', 'education', 'experience', 'special']) {
    const demand = filled[key]
    const needs = isRecord(demand) && (demand['state'] === 'demanded' || demand['state'] === 'contradictory')
    if (needs && !('clause' in demand) && clause) filled[key] = { ...demand, clause }
  }
  return filled
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const rowShape = z.strictObject({
  grades: z.array(z.int().min(1).max(8)).min(1).optional(),
  framework: z.string().regex(/^[1-8](\.\d)?$/).optional(),
  category: z.string().min(1).max(8).optional(),
  code: z.string().nullable().default(null),
  confidence: z.enum(confidences),
  confirmedByCentreOn: daySchema.nullable(),
  age: ageSchema.default(defaultAge),
  education: educationSchema,
  experience: experienceSchema,
  special: specialSchema,
  conditions: sourceTextSchema.nullable().default(null),
  sources: z.array(sourceSchema),
})

export const rowSchema = z.preprocess(withClause, rowShape
  .refine((row) => !(row.grades && row.framework), { error: 'mistake.grade-and-framework' })
  .refine((row) => row.confidence === 'name-only' || row.sources.length > 0, { error: 'mistake.no-source', path: ['sources'] })
  // What was not read cannot demand or free anybody: only a person of the centre can say so, with a date.
  .refine((row) => row.confirmedByCentreOn || !isIndexOnly(row) || allUnread(row), { error: 'mistake.unread-row' })
  .refine((row) => !row.confirmedByCentreOn || noneUnread(row), { error: 'mistake.confirmed-unread', path: ['confirmedByCentreOn'] })
  // "Read in the source" needs the day of reading; without it nobody can tell which version was read.
  .refine((row) => row.confidence !== 'verified' || row.confirmedByCentreOn || row.sources.some((source) => source.readOn), { error: 'mistake.verified-unread', path: ['sources'] }))
export type Row = z.infer<typeof rowShape>

const demandsOf = (row: Row) => [row.education, row.experience, row.special]
const isIndexOnly = (row: Row) => row.confidence === 'name-only' || row.confidence === 'name-and-grade'
const allUnread = (row: Row) => demandsOf(row).every((demand) => demand.state === 'unread')
const noneUnread = (row: Row) => demandsOf(row).every((demand) => demand.state !== 'unread')

/** A file of catalogue/professions: like an entry, but a row may serve several grades. */
export const entryRowsSchema = z.strictObject({ ...entrySchema.shape, levels: z.array(rowSchema).min(1) })
export type EntryRows = z.infer<typeof entryRowsSchema>

export const entryFrom = (file: EntryRows): Entry => ({ ...file, levels: file.levels.flatMap(expandRow) })
export const entryFileSchema = entryRowsSchema.transform(entryFrom)

/** One level for each grade of the row: `grades: [3, 4, 5]` gives three. */
export function expandRow(row: Row): Level[] {
  const { grades, framework, category, ...rest } = row
  return labels(grades, framework, category).map((label) => ({ id: levelId(label), label, ...rest }))
}

function labels(grades?: number[], framework?: string, category?: string): LevelLabel[] {
  if (grades) return grades.map((grade) => ({ kind: 'grade', value: String(grade) }))
  if (framework) return [{ kind: 'framework', value: framework, ...(category ? { category } : {}) }]
  return [category ? { kind: 'category', value: category } : { kind: 'none' }]
}

function levelId(label: LevelLabel): string {
  if (label.kind === 'grade') return `g${label.value}`
  if (label.kind === 'framework') return `l${label.value}`
  return label.kind === 'category' ? `c${label.value.toLowerCase()}` : 'any'
}

