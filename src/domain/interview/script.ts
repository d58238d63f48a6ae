import type { Question, View } from './question.ts'
import { applicability } from './questions/applicability.ts'
import { birth } from './questions/birth.ts'
import { citizenship } from './questions/citizenship.ts'
import { consentName } from './questions/consent-name.ts'
import { earlier } from './questions/earlier.ts'
import { eduCountry, eduFinished, eduInstitution, eduLevel, eduMore, eduSpecialty, eduYear } from './questions/education.ts'
import { employerBin, employerName, initiative } from './questions/employer.ts'
import { examLanguage } from './questions/exam-language.ts'
import { iinMatch } from './questions/iin-match.ts'
import { iin } from './questions/iin.ts'
import { level, levelText } from './questions/level.ts'
import { name } from './questions/name.ts'
import { needs, needsText } from './questions/needs.ts'
import { payer, voucherDate } from './questions/payer.ts'
import { phone } from './questions/phone.ts'
import { place } from './questions/place.ts'
import { profession, professionText } from './questions/profession.ts'
import { summary } from './questions/summary.ts'
import { who } from './questions/who.ts'
import { jobAny, jobEmployer, jobGrade, jobMore, jobPeriod, jobPosition, jobProof } from './questions/work.ts'

/** Questions that repeat together: several schools, several jobs. Their keys are `<group>.<number>.<question>`. */
export type Group = { group: string; applies?(view: View): boolean; questions: readonly Question[] }
/** Questions that the catalogue's entry brings. */
export type Unfold = { unfold(view: View): Question[] }

/** What we ask, in this order. */
export const SCRIPT: readonly (Question | Group | Unfold)[] = [
  profession, professionText, level, levelText, { unfold: applicability },
  who, initiative, employerName, employerBin, payer, voucherDate,
  name, consentName, iin, birth, iinMatch, citizenship, phone, place, examLanguage, needs, needsText,
  { group: 'edu', questions: [eduLevel, eduInstitution, eduSpecialty, eduCountry, eduFinished, eduYear, eduMore] },
  jobAny,
  { group: 'job', applies: (view) => view.get('jobs') === 'yes', questions: [jobEmployer, jobPosition, jobGrade, jobPeriod, jobProof, jobMore] },
  earlier, summary,
]
