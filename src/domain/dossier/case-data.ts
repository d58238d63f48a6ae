import type { Answer, Case } from '../case/case.ts'
import { type Bundle, originalName } from './bundles.ts'

const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())

const fileData = (bundle: Bundle, index: number): Record<string, unknown> => {
  const upload = bundle.uploads[index]
  return {
    name: originalName(bundle, index), sha256: upload?.sha256 ?? null, bytes: upload?.bytes ?? null, round: upload?.round ?? null,
    sentAt: instant((upload?.at ?? 0) * 1000), doubts: upload?.pages.map((page) => page.doubts) ?? [], overruled: upload?.overruled ?? false,
  }
}

const answerData = (key: string, answer: Answer, words: Record<string, string>): Record<string, unknown> =>
  ({ key, question: words[answer.q] ?? null, value: answer.v, language: answer.l, at: instant(answer.at * 1000) })

/** `case.json` of the package: everything the case says, as plain data that needs no Qujat to be read. Pure. */
export function caseData(found: Case, bundles: Bundle[], words: Record<string, string>): Record<string, unknown> {
  return {
    format: 'qujat-case-1', number: found.number, round: found.round, language: found.lang, sentAt: instant(found.sentAt),
    catalogue: found.catalogue, profession: found.profession, level: found.level,
    answers: Object.entries(found.secret.answers).map(([key, answer]) => answerData(key, answer, words)),
    consents: found.secret.consents.map((each) => ({ ...each, at: instant(each.at * 1000) })),
    items: bundles.map((bundle) => ({
      item: bundle.id, need: bundle.standing?.item.need ?? null, clause: bundle.standing?.item.clause ?? null,
      files: bundle.uploads.map((_, index) => fileData(bundle, index)),
    })),
    decisions: found.secret.decisions.map(({ item, verdict, reason, by, at, round }) => ({ item, verdict, reason, by, at: instant(at * 1000), round })),
    note: found.secret.note,
  }
}
