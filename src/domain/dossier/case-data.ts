import { z } from 'zod'
import { type Answer, AnswerValue, type Case, Consent, Doubt, Exam, ExamResult, Extra, Lang, Reopened, Settled } from '../case/case.ts'
import { type Bundle, originalName } from './bundles.ts'

/** How the copy in the package stands to what was sent: the same bytes; without private metadata; another format, made from it; not in it, for the whole is too large. */
export const COPIES = ['untouched', 'metadata-removed', 'converted', 'not-included'] as const
export type Copy = (typeof COPIES)[number]

const Instant = z.iso.datetime()

const FileData = z.object({
  name: z.string().describe('The file in this package'),
  copy: z.enum(COPIES).describe('How it stands to what was sent; sha256 and bytes are those of what was sent'),
  sha256: z.string().nullable(), bytes: z.number().int().nullable(), round: z.number().int().nullable(), sentAt: Instant,
  doubts: z.array(z.array(Doubt)).describe('Doubts of the machine, page by page'), overruled: z.boolean(),
})

/** `case.json`, as plain data that needs no Qujat to be read; times are ISO 8601 in UTC. */
export const CaseData = z.object({
  format: z.literal('qujat-case-1'), number: z.string().nullable(), round: z.number().int(), language: Lang, sentAt: Instant.nullable(),
  catalogue: z.string(), profession: z.string().nullable(), level: z.string().nullable(),
  answers: z.array(z.object({ key: z.string(), question: z.string().nullable().describe('The question as it was asked'), value: AnswerValue, language: Lang, at: Instant })),
  consents: z.array(Consent.extend({ at: Instant })),
  items: z.array(z.object({
    item: z.string(), need: z.string().nullable(), clause: z.object({ act: z.string(), clause: z.string() }).loose().nullable(), files: z.array(FileData),
  })),
  decisions: z.array(z.object({ item: z.string(), verdict: z.enum(['accepted', 'returned']), reason: z.string().nullable(), by: z.string(), at: Instant, round: z.number().int() })),
  note: z.string().nullable(),
  entered: z.object({
    exam: Exam.extend({ at: Instant }).nullable(), result: ExamResult.extend({ at: Instant }).nullable(),
    settled: z.array(Settled.extend({ at: Instant })), extras: z.array(Extra.extend({ at: Instant })), reopened: z.array(Reopened.extend({ at: Instant })),
    closed: z.object({ reason: z.string(), by: z.string(), at: Instant }).nullable(),
  }).describe('What staff entered beside their decisions: exam and result, what was left to the centre, papers asked for, reopenings, closing'),
})
export type CaseData = z.infer<typeof CaseData>

/** JSON Schema (2020-12) of `case.json`, which lies beside it. */
export const caseSchema = (): object => z.toJSONSchema(CaseData)

const instant = (ms: number): string => new Date(ms).toISOString()

function fileData(bundle: Bundle, index: number, copies: ReadonlyMap<string, { name: string; copy: Copy }>): CaseData['items'][number]['files'][number] {
  const upload = bundle.uploads[index]
  const made = copies.get(upload?.id ?? '')
  return {
    name: made?.name ?? originalName(bundle, index), copy: made?.copy ?? 'untouched', sha256: upload?.sha256 ?? null, bytes: upload?.bytes ?? null, round: upload?.round ?? null,
    sentAt: instant((upload?.at ?? 0) * 1000), doubts: upload?.pages.map((page) => page.doubts) ?? [], overruled: upload?.overruled ?? false,
  }
}

const answerData = (key: string, answer: Answer, words: Record<string, string>): CaseData['answers'][number] =>
  ({ key, question: words[answer.q] ?? null, value: answer.v, language: answer.l, at: instant(answer.at * 1000) })

const dated = <T extends { at: number }>(each: T): Omit<T, 'at'> & { at: string } => ({ ...each, at: instant(each.at * 1000) })

function enteredData({ secret: { exam, result, settled, extras, reopened, closed } }: Case): CaseData['entered'] {
  return {
    exam: exam && dated(exam), result: result && dated(result), settled: settled.map(dated), extras: extras.map(dated), reopened: reopened.map(dated), closed: closed && dated(closed),
  }
}

/** Everything the case says. `copies`: of which files the package holds other bytes than were sent, by the file's id. Pure. */
export function caseData(found: Case, bundles: Bundle[], { words, copies = new Map() }: { words: Record<string, string>; copies?: ReadonlyMap<string, { name: string; copy: Copy }> }): CaseData {
  return {
    format: 'qujat-case-1', number: found.number, round: found.round, language: found.lang, sentAt: found.sentAt === null ? null : instant(found.sentAt),
    catalogue: found.catalogue, profession: found.profession, level: found.level,
    answers: Object.entries(found.secret.answers).map(([key, answer]) => answerData(key, answer, words)),
    consents: found.secret.consents.map((each) => ({ ...each, at: instant(each.at * 1000) })),
    items: bundles.map((bundle) => ({
      item: bundle.id, need: bundle.standing?.item.need ?? null, clause: bundle.standing?.item.clause ?? null,
      files: bundle.uploads.map((_, index) => fileData(bundle, index, copies)),
    })),
    decisions: found.secret.decisions.map(({ item, verdict, reason, by, at, round }) => ({ item, verdict, reason, by, at: instant(at * 1000), round })),
    note: found.secret.note, entered: enteredData(found),
  }
}
