import { z } from 'zod'
import { CaseUpdate } from './change.ts'
import { STATUS_NAMES } from './status.ts'

export const LANGS = ['kk', 'ru', 'en'] as const
export const Lang = z.enum(LANGS)
export type Lang = z.infer<typeof Lang>

const Skipped = z.object({ skipped: z.enum(['unknown', 'none', 'refused']) })
const Period = z.object({ from: z.string(), to: z.string().nullable() })

/** A choice's option id, several of them, a text, an ISO date, a number, a period of months, or a skip with its reason. */
export const AnswerValue = z.union([z.string(), z.array(z.string()), z.number(), Period, Skipped])
export type AnswerValue = z.infer<typeof AnswerValue>

/** `q` is the hash under which the question's words, as they were asked, are kept; `l` the language of that day, `m` the message that brought it, if it was typed, `n` how many messages together, if more than one. */
export const Answer = z.object({ v: AnswerValue, q: z.string(), l: Lang, at: z.number().int(), m: z.number().int().optional(), n: z.number().int().optional() })
export type Answer = z.infer<typeof Answer>

export const Doubt = z.object({ reason: z.string(), hard: z.boolean() })

/** What a machine-readable zone says: its type and source are in ../documents/verdict.ts. */
const Zone = z.object({
  format: z.enum(['TD1', 'TD3']), country: z.string(), surname: z.string(), given: z.string(), number: z.string().optional(), birth: z.string().optional(),
  expiry: z.string().optional(), iin: z.string().optional(), sex: z.enum(['m', 'f']).optional(),
})

/** One page for reading: an upright JPEG in the vault, with what the machine says of it. */
export const Page = z.object({
  file: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  doubts: z.array(Doubt),
  /** 64 hex digits by which the same picture is known again; '' for pages of before. */
  look: z.string().default(''),
  /** Lines of a machine-readable zone were seen, and what of them can be believed. */
  zoned: z.boolean().default(false),
  zone: Zone.nullable().default(null),
  /** Corners of the paper in pixels, where it was found whole; the page laid flat by them stands for it where `flat` was chosen. */
  corners: z.array(z.object({ x: z.number(), y: z.number() })).length(4).nullable().default(null),
  flat: z.boolean().default(false),
})
export type Page = z.infer<typeof Page>

/** One file that a person sent: a photo is one page, a PDF has many. `item` is null while it has no home. */
export const Upload = z.object({
  id: z.string(),
  item: z.string().nullable(),
  message: z.number().int(),
  batch: z.string(),
  at: z.number().int(),
  fileId: z.string(),
  uniqueId: z.string(),
  kind: z.enum(['photo', 'document']),
  size: z.number().int().nullable(),
  name: z.string().nullable(),
  state: z.enum(['waiting', 'stored', 'refused']),
  refusal: z.string().nullable(),
  round: z.number().int(),
  /** In the vault, once stored. */
  original: z.string().nullable(),
  extension: z.string().nullable(),
  sha256: z.string().nullable(),
  bytes: z.number().int().nullable(),
  pages: z.array(Page),
  /** The candidate said "send anyway" to a doubt. */
  overruled: z.boolean(),
  removed: z.boolean(),
  /** Its place among the files of its item, once a person has moved one; before that they stand as they were sent. */
  place: z.number().optional(),
})
export type Upload = z.infer<typeof Upload>

export const ItemDecision = z.object({
  item: z.string(),
  verdict: z.enum(['accepted', 'returned']),
  reason: z.string().nullable(),
  by: z.string(),
  at: z.number().int(),
  round: z.number().int(),
})
export type ItemDecision = z.infer<typeof ItemDecision>

/** Proof of consent: the text's version and hash, language, time and account (PD law art. 25). `name` in the second step. */
export const Consent = z.object({
  version: z.string(),
  hash: z.string(),
  lang: Lang,
  at: z.number().int(),
  account: z.number().int(),
  name: z.string().nullable(),
  withdrawnAt: z.number().int().nullable(),
})
export type Consent = z.infer<typeof Consent>

/** A candidate's question to the centre; `message` is its place in the staff group, for replies. */
export const CaseQuestion = z.object({ id: z.string(), text: z.string(), at: z.number().int(), message: z.number().int().nullable(), objection: z.boolean().default(false), answeredAt: z.number().int().nullable().default(null) })
export type CaseQuestion = z.infer<typeof CaseQuestion>

/** When and where the exam is, entered by staff: `day` 'YYYY-MM-DD', `time` 'HH:MM'. Times `at` in seconds. */
export const Exam = z.object({ day: z.string(), time: z.string().nullable(), place: z.string(), lang: Lang, at: z.number().int() })
export type Exam = z.infer<typeof Exam>

/** How the exam ended; `advice` for whoever did not pass, `day` from which the appeal's term runs. */
export const ExamResult = z.object({ passed: z.boolean(), advice: z.string().nullable(), day: z.string(), at: z.number().int() })
export type ExamResult = z.infer<typeof ExamResult>

const byStaff = { by: z.string(), at: z.number().int() }
/** What the centre decided about an item of this one case that the catalogue leaves to it. */
export const Settled = z.object({ item: z.string(), need: z.enum(['required', 'not-needed']), reason: z.string(), ...byStaff })
/** A paper the centre asks of this one person beside the list. */
export const Extra = z.object({ id: z.string(), text: z.string(), ...byStaff })
export const Reopened = z.object({ item: z.string(), reason: z.string(), ...byStaff })

/** Everything about a person; kept only sealed with the case's own key. */
export const Secret = z.object({
  answers: z.record(z.string(), Answer),
  /** The question reopened by "back" or "edit"; else the first unanswered one is open. */
  cursor: z.string().nullable(),
  /** An edit that changes more than itself, waiting for a yes. */
  pending: z.object({ key: z.string(), answer: Answer }).nullable().default(null),
  uploads: z.array(Upload),
  decisions: z.array(ItemDecision),
  consents: z.array(Consent),
  questions: z.array(CaseQuestion).default([]),
  note: z.string().nullable(),
  reviewerName: z.string().nullable(),
  exam: Exam.nullable().default(null),
  result: ExamResult.nullable().default(null),
  settled: z.array(Settled).default([]),
  extras: z.array(Extra).default([]),
  reopened: z.array(Reopened).default([]),
  closed: z.object({ reason: z.string(), ...byStaff }).nullable().default(null),
  /** What new versions of the catalogue changed here, oldest first. */
  updates: z.array(CaseUpdate).default([]),
})
export type Secret = z.infer<typeof Secret>

/** What Redis may show: ids, states, dates; nothing that names a person. */
export const Plain = z.object({
  id: z.string(),
  account: z.number().int(),
  number: z.string().nullable(),
  status: z.enum(STATUS_NAMES),
  revision: z.number().int(),
  /** The revision of the last change that a decision depends on: buttons of the desk name this one. */
  stamp: z.number().int().default(0),
  round: z.number().int(),
  lang: Lang,
  catalogue: z.string(),
  profession: z.string().nullable(),
  level: z.string().nullable(),
  /** The centre's branch whose link opened the case. */
  branch: z.string().nullable().default(null),
  /** Keyed hash of the applicant's IIN, or the case's own id where there is none: one topic per applicant. */
  applicant: z.string().nullable(),
  reviewer: z.number().int().nullable(),
  /** The item whose pages are being sent now. */
  openItem: z.string().nullable(),
  items: z.record(z.string(), z.enum(['accepted', 'returned'])),
  createdAt: z.number().int(),
  updatedAt: z.number().int(),
  sentAt: z.number().int().nullable(),
  decidedAt: z.number().int().nullable(),
})
export type Plain = z.infer<typeof Plain>

export type Case = Plain & { secret: Secret }

/** A new case, born with the consent that allows it. Times are epoch milliseconds. */
export function newCase(seed: { id: string; account: number; lang: Lang; catalogue: string; consent: Consent; at: number }): Case {
  return {
    id: seed.id, account: seed.account, number: null, status: 'interview', revision: 0, stamp: 0, round: 1, lang: seed.lang,
    catalogue: seed.catalogue, profession: null, level: null, branch: null, applicant: null, reviewer: null, openItem: null, items: {},
    createdAt: seed.at, updatedAt: seed.at, sentAt: null, decidedAt: null,
    secret: { answers: {}, cursor: null, pending: null, uploads: [], decisions: [], consents: [seed.consent], questions: [], note: null, reviewerName: null, exam: null, result: null, settled: [], extras: [], reopened: [], closed: null, updates: [] },
  }
}
