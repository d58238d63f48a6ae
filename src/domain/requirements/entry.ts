import { z } from 'zod'
import { ageSchema, educationSchema, experienceSchema, specialSchema } from './demand.ts'
import { daySchema, langSchema, sourceTextSchema, textsSchema } from './text.ts'

/** Fits Telegram's 64 bytes of callback data together with a question and a revision. */
export const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'mistake.id' }).max(32)
export const levelIdSchema = z.string().regex(/^[a-z0-9.]+$/).max(8)

export const sourceSchema = z.strictObject({
  act: z.string().min(1),
  clause: z.string().min(1),
  readOn: daySchema.nullable(),
  url: z.url().optional(),
  note: z.string().optional(),
})
export type Source = z.infer<typeof sourceSchema>

/** How far the row can be trusted; only `verified` or the centre's confirmation can make a paper required. */
export const confidences = ['verified', 'name-and-grade', 'secondary', 'name-only'] as const
export type Confidence = (typeof confidences)[number]

/** The words are in the locales: `level.<kind>`; `category` may stand beside a framework level. */
export const labelSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('grade'), value: z.string() }),
  z.strictObject({ kind: z.literal('framework'), value: z.string(), category: z.string().optional() }),
  z.strictObject({ kind: z.literal('category'), value: z.string() }),
  z.strictObject({ kind: z.literal('none') }),
])
export type LevelLabel = z.infer<typeof labelSchema>

/** One grade or framework level of a profession with all that its clause asks. */
export const levelSchema = z.strictObject({
  id: levelIdSchema,
  label: labelSchema,
  code: z.string().nullable(),
  sources: z.array(sourceSchema),
  confidence: z.enum(confidences),
  confirmedByCentreOn: daySchema.nullable(),
  age: ageSchema,
  education: educationSchema,
  experience: experienceSchema,
  special: specialSchema,
  conditions: sourceTextSchema.nullable(),
  /** Where the qualification requirements speak of this level too: kept to be shown, the professional standard prevails. */
  instead: z.array(sourceSchema).optional(),
})
export type Level = z.infer<typeof levelSchema>

export const byNameSchema = z.strictObject({
  text: z.string().min(1),
  lang: langSchema.optional(),
  source: z.enum(['text', 'general knowledge']),
})
export type ByName = z.infer<typeof byNameSchema>

/** A question that finds out whether the entry is the right one at all. */
export const askSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/).max(16),
  text: textsSchema,
  options: z.array(z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/).max(16),
    text: textsSchema,
    effect: z.enum(['continue', 'other-entry', 'human']),
    entry: idSchema.optional(),
    note: textsSchema.optional(),
  })).min(2),
})
export type Ask = z.infer<typeof askSchema>

/** A profession of the catalogue. `nameNotes.kk` says when the Kazakh name is general knowledge or doubtful. */
export const entrySchema = z.strictObject({
  id: idSchema,
  names: textsSchema,
  nameNotes: z.strictObject({ kk: z.enum(['general knowledge', 'doubtful in the source']).optional() }).default({}),
  byNames: z.array(byNameSchema).default([]),
  industry: idSchema,
  asks: z.array(askSchema).default([]),
  levels: z.array(levelSchema).min(1),
})
export type Entry = z.infer<typeof entrySchema>

/** True when a clause of this level was read, or the centre stands behind it: only then may a paper be required. */
export function isVerified(level: Level): boolean {
  return level.confidence === 'verified' || level.confirmedByCentreOn !== null
}

/** A level of the entry; a grade the catalogue does not know is undefined and never borrows a neighbour's demands. */
export function levelOf(entry: Entry, id: string): Level | undefined {
  return entry.levels.find((level) => level.id === id)
}
