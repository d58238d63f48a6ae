import { z } from 'zod'
import { sourceTextSchema } from './text.ts'

/** Where a demand is written: an act (an id of catalogue/acts.yaml) and the place in it, in Russian legal notation. */
export const clauseSchema = z.strictObject({ act: z.string().min(1), clause: z.string().min(1) })
export type Clause = z.infer<typeof clauseSchema>

/** Steps of formal education, lowest first. */
export const steps = ['basic', 'secondary', 'tve', 'post-secondary', 'higher', 'postgraduate'] as const
export type Step = (typeof steps)[number]
export const stepSchema = z.enum(steps)

const none = z.strictObject({ state: z.literal('none') })
const unread = z.strictObject({ state: z.literal('unread') })
/** `education: none` in a file is short for `education: { state: none }`. */
const short = (value: unknown) => (typeof value === 'string' ? { state: value } : value)

export const ageSchema = z.preprocess(short, z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('demanded'), years: z.int().min(16).max(99), clause: clauseSchema }),
  none, unread,
]))

const educationWay = {
  steps: z.array(stepSchema).min(1),
  inSpecialty: z.boolean().default(false),
  text: sourceTextSchema,
}
/** `orWithout`: the text itself lets a person in without that education, for a longer experience. */
export const educationSchema = z.preprocess(short, z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('demanded'), ...educationWay, orWithout: z.boolean().default(false), clause: clauseSchema }),
  z.strictObject({
    state: z.literal('contradictory'),
    variants: z.array(z.strictObject({ ...educationWay, where: z.string().min(1) })).min(2),
    clause: clauseSchema,
  }),
  none, unread,
]))

/** One lawful way to the experience demanded; `education` limits it to people with one of these steps. */
const experienceWay = z.strictObject({
  months: z.int().positive(),
  totalMonths: z.int().positive().optional(),
  education: z.array(stepSchema).min(1).optional(),
  as: sourceTextSchema.optional(),
  /** Only work at this grade or above counts towards `months`. */
  grade: z.int().min(1).max(8).optional(),
})
export const experienceSchema = z.preprocess(short, z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('demanded'), ways: z.array(experienceWay).min(1), text: sourceTextSchema, clause: clauseSchema }),
  none, unread,
]))

/** `ofCandidate`: the clause asks the paper of the candidate at recognition, not only of the worker at work. */
export const specialSchema = z.preprocess(short, z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('demanded'), text: sourceTextSchema, ofCandidate: z.boolean().default(false), clause: clauseSchema }),
  none, unread,
]))

export type AgeDemand = z.infer<typeof ageSchema>
export type EducationDemand = z.infer<typeof educationSchema>
export type ExperienceDemand = z.infer<typeof experienceSchema>
export type ExperienceWay = z.infer<typeof experienceWay>
export type SpecialDemand = z.infer<typeof specialSchema>
