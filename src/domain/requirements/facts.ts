import { z } from 'zod'
import { idKinds } from '../documents/identity.ts'
import { daySchema } from './text.ts'

/** What the person says about an education; the last three are not steps of formal education (Law on qualifications, art. 19). */
export const educationLevels = ['none', 'basic', 'secondary', 'tve', 'post-secondary', 'higher', 'postgraduate', 'course', 'nonformal', 'informal'] as const
export type EducationLevel = (typeof educationLevels)[number]

/** The ten proofs of work of Labour Code art. 35, in its order; any one is enough. */
export const lawfulProofs = ['work-book', 'contract-closed', 'employer-acts', 'payroll', 'service-record', 'pension-fund', 'social-fund', 'dual-training', 'archive', 'court'] as const
/** ESUTD is common and useful but not in art. 35: the centre decides about it. */
export const proofKinds = [...lawfulProofs, 'esutd', 'none'] as const
export type ProofKind = (typeof proofKinds)[number]

export const educationFactSchema = z.strictObject({
  level: z.enum(educationLevels),
  finished: z.boolean(),
  country: z.enum(['kz', 'other']),
  specialty: z.string().optional(),
  year: z.int().optional(),
  institution: z.string().optional(),
})
export type EducationFact = z.infer<typeof educationFactSchema>

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/)
export const jobFactSchema = z.strictObject({
  employer: z.string(),
  position: z.string(),
  grade: z.string().optional(),
  from: month,
  to: month.nullable(),
  proof: z.array(z.enum(proofKinds)).optional(),
})
/** `from`, `to`: `YYYY-MM`, or `YYYY-MM-DD` where the days were asked; `to: null` = works there now. */
export type JobFact = z.infer<typeof jobFactSchema>

export const citizenships = ['kz', 'kandas', 'foreign', 'stateless', 'refugee'] as const
export type Citizenship = (typeof citizenships)[number]

export const factsSchema = z.strictObject({
  birth: daySchema.optional(),
  education: z.array(educationFactSchema).default([]),
  jobs: z.array(jobFactSchema).default([]),
  citizenship: z.enum(citizenships).optional(),
  earlier: z.boolean().optional(),
  idKind: z.enum(idKinds).optional(),
  noIin: z.boolean().optional(),
  /** Work, or the time of some job, was not told: too little experience is then for a person to judge. */
  workUntold: z.boolean().optional(),
  initiative: z.enum(['own', 'employer']).optional(),
  payer: z.enum(['self', 'employer', 'voucher']).optional(),
  forOther: z.boolean().optional(),
  applies: z.record(z.string(), z.string()).optional(),
})
/** All of a person that the requirements look at; nothing here names anybody but employers. */
export type Facts = z.infer<typeof factsSchema>
