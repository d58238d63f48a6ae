import { z } from 'zod'

/** The three languages the product speaks; Kazakh first. */
export const langs = ['kk', 'ru', 'en'] as const
export type Lang = (typeof langs)[number]
export const langSchema = z.enum(langs)

/** A text that must exist in all three languages. */
export const textsSchema = z.strictObject({ kk: z.string().min(1), ru: z.string().min(1), en: z.string().min(1) })
export type Texts = z.infer<typeof textsSchema>

/** A text as its source gives it: never a translation of law by ourselves, so any language may be absent. */
export const sourceTextSchema = z
  .strictObject({ kk: z.string().min(1).optional(), ru: z.string().min(1).optional(), en: z.string().min(1).optional() })
  .refine((text) => langs.some((lang) => text[lang]), { error: 'mistake.empty-text' })
export type SourceText = z.infer<typeof sourceTextSchema>

/** A calendar day `YYYY-MM-DD` that exists. */
export const daySchema = z.iso.date()
