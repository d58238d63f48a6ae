import { z } from 'zod'
import { daySchema, textsSchema } from '../requirements/text.ts'

/** Kazakh and Russian are the law's two languages; English is a courtesy and falls back to Russian. */
const ownTexts = z.strictObject({ kk: z.string().min(1), ru: z.string().min(1), en: z.string().min(1).optional() })
export type OwnTexts = z.infer<typeof ownTexts>
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'mistake.time' })

const examDate = z.strictObject({ on: daySchema, time: time.optional(), branch: z.string().optional(), note: ownTexts.optional() })

/** A term with the act or order it comes from: a deadline nobody can point to is not printed. */
const term = z.strictObject({ days: z.int().positive(), source: z.string().min(1) })

const branch = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,16}$/, { error: 'mistake.id' }),
  name: ownTexts, address: ownTexts, hours: ownTexts.nullable(), phones: z.array(z.string()).default([]),
})

/** Every fact of the centre; `null` (or an empty list) = the centre has not supplied it, and Qujat says so instead of guessing. */
export const centreSchema = z.strictObject({
  example: z.boolean().default(false),
  /** The name people know, shown even while the legal name is not supplied. */
  name: textsSchema,
  legalName: ownTexts.nullable(),
  bin: z.string().regex(/^\d{12}$/, { error: 'mistake.bin' }).nullable(),
  address: ownTexts.nullable(),
  hours: ownTexts.nullable(),
  phones: z.array(z.string().min(1)).default([]),
  email: z.email({ error: 'mistake.email' }).nullable(),
  website: z.url({ error: 'mistake.url' }).nullable(),
  branches: z.array(branch).default([]),
  timeZone: z.string().min(1).default('Asia/Almaty'),

  price: ownTexts.nullable(),
  examDates: z.array(examDate).default([]),
  examLanguages: z.array(z.enum(['kk', 'ru', 'en'])).default([]),
  howLongItTakes: ownTexts.nullable(),
  retake: ownTexts.nullable(),
  /** How to file after acceptance: on paper at the centre or on the national digital platform (rules No 374, ch. 2). */
  filing: ownTexts.nullable(),
  /** The day on which the centre confirmed that the application's form is the one of Annex 1. */
  formConfirmed: daySchema.nullable(),
  /** The centre's own application: a Typst file or a PDF form in the catalogue's folder `forms/`; null: the one of Qujat. */
  applicationForm: z.string().regex(/^[a-z0-9-]{1,40}\.(typ|pdf)$/, { error: 'mistake.form' }).nullable().default(null),
  /** Dossier and application: in the candidate's language (Russian for English), in one of both, or in both side by side. */
  paperLanguage: z.enum(['candidate', 'kk', 'ru', 'both']).default('candidate'),

  /** What the consent must name (personal data law, art. 8(4)). */
  retention: ownTexts.nullable(),
  hostingCountry: ownTexts.nullable(),
  dataList: ownTexts.nullable(),
  thirdParties: ownTexts.nullable(),
  responsiblePerson: ownTexts.nullable(),
  consentExtras: ownTexts.nullable(),
  /** How pages and dossier reach the reviewer: a one-time link from the centre's host, or the reviewer's private chat. */
  dossierDelivery: z.enum(['link', 'chat']).nullable(),

  /** The day on which the centre confirmed that an identity document is always required: the rules' text is ambiguous. */
  identityConfirmed: daySchema.nullable(),
  /** How identity is checked, now that paper copies are banned with exceptions (personal data law, art. 7(10)). */
  identityCheck: z.enum(['copy-in-chat', 'original-at-desk', 'digital-document']).nullable(),
  /**
   * Why pages of identity documents may be on paper all the same (personal data law, art. 7(10)); null: the print version
   * of the dossier leaves them out, and they are a file of their own.
   */
  identityOnPaper: z.enum(['no-integration', 'cannot-identify', 'other-law']).nullable().default(null),
  esutdAccepted: z.boolean().nullable(),
  foreignVocational: ownTexts.nullable(),
  voucherTermDays: term.nullable(),

  calendar: z.strictObject({
    /** Days off besides Saturday and Sunday, and working days moved onto a weekend. */
    holidays: z.array(daySchema).default([]),
    workingWeekends: z.array(daySchema).default([]),
  }).default({ holidays: [], workingWeekends: [] }),
  /** Local hours between which reminders are sent; after how many working days a reviewer and after how many days a candidate is reminded. */
  reminders: z.strictObject({ from: time.default('09:00'), to: time.default('19:00'), staffDays: z.number().int().min(1).default(2), candidateDays: z.number().int().min(1).default(3) })
    .default({ from: '09:00', to: '19:00', staffDays: 2, candidateDays: 3 }),
  /** Local hours in which notices go out; an urgent one goes at any hour. */
  noticeHours: z.strictObject({ from: time.default('08:00'), to: time.default('22:00') }).default({ from: '08:00', to: '22:00' }),
})
export type Centre = z.infer<typeof centreSchema>

const live = [
  'legalName', 'bin', 'address', 'responsiblePerson', 'dataList', 'retention', 'thirdParties', 'hostingCountry',
  'dossierDelivery', 'filing',
] as const satisfies (keyof Centre)[]
export type LiveFact = (typeof live)[number]

/** Facts without which the centre may not take in real people: the consent and the filing text need them. */
export function missingForLive(centre: Centre): LiveFact[] {
  return live.filter((fact) => centre[fact] === null)
}

/** The centre's words in the reader's language; English falls back to Russian. */
export function ownText(texts: OwnTexts, lang: 'kk' | 'ru' | 'en'): string {
  return texts[lang] ?? texts.ru
}
