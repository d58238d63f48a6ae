import { daysAsked } from './days-asked.ts'
import type { Question, View } from './question.ts'
import { applicability } from './questions/applicability.ts'
import { birth } from './questions/birth.ts'
import { citizenship } from './questions/citizenship.ts'
import { consentName } from './questions/consent-name.ts'
import { earlier } from './questions/earlier.ts'
import { eduCountry } from './questions/edu-country.ts'
import { eduFinished } from './questions/edu-finished.ts'
import { eduInstitution } from './questions/edu-institution.ts'
import { eduLevel } from './questions/edu-level.ts'
import { eduMore } from './questions/edu-more.ts'
import { eduSpecialty } from './questions/edu-specialty.ts'
import { eduYear } from './questions/edu-year.ts'
import { employerBin } from './questions/employer-bin.ts'
import { employerName } from './questions/employer-name.ts'
import { examLanguage } from './questions/exam-language.ts'
import { idKind } from './questions/id-kind.ts'
import { idNumber } from './questions/id-number.ts'
import { iinMatch } from './questions/iin-match.ts'
import { iin } from './questions/iin.ts'
import { initiative } from './questions/initiative.ts'
import { dayKey, jobDay } from './questions/job-day.ts'
import { jobEmployer } from './questions/job-employer.ts'
import { jobGrade } from './questions/job-grade.ts'
import { jobMore } from './questions/job-more.ts'
import { jobPeriod } from './questions/job-period.ts'
import { jobPosition } from './questions/job-position.ts'
import { jobProof } from './questions/job-proof.ts'
import { jobs } from './questions/jobs.ts'
import { levelText } from './questions/level-text.ts'
import { level } from './questions/level.ts'
import { name } from './questions/name.ts'
import { needsText } from './questions/needs-text.ts'
import { needs } from './questions/needs.ts'
import { payer } from './questions/payer.ts'
import { phone } from './questions/phone.ts'
import { place } from './questions/place.ts'
import { professionText } from './questions/profession-text.ts'
import { profession } from './questions/profession.ts'
import { summary } from './questions/summary.ts'
import { voucherDate } from './questions/voucher-date.ts'
import { who } from './questions/who.ts'

/** Questions that repeat together: several schools, several jobs. Their keys are `<group>.<number>.<question>`. */
export type Group = { group: string; applies?(view: View): boolean; questions: readonly Question[] }
/** Questions that depend on the answers so far: what the catalogue's entry asks, the days of a job that decide. */
export type Unfold = { unfold(view: View): { key: string; question: Question }[] }

const asks: Unfold = { unfold: (view) => (view.entry?.asks ?? []).map((ask) => ({ key: `ask.${ask.id}`, question: applicability(ask) })) }
const days: Unfold = { unfold: (view) => daysAsked(view).map((asked) => ({ key: dayKey(asked), question: jobDay(asked) })) }

/** What we ask, in this order. */
export const SCRIPT: readonly (Question | Group | Unfold)[] = [
  profession, professionText, level, levelText, asks,
  who, initiative, employerName, employerBin, payer, voucherDate,
  name, consentName, iin, birth, iinMatch, citizenship, idKind, idNumber, phone, place, examLanguage, needs, needsText,
  { group: 'edu', questions: [eduLevel, eduInstitution, eduSpecialty, eduCountry, eduFinished, eduYear, eduMore] },
  jobs,
  { group: 'job', applies: (view) => view.get('jobs') === 'yes', questions: [jobEmployer, jobPosition, jobGrade, jobPeriod, jobProof, jobMore] },
  days, earlier, summary,
]
