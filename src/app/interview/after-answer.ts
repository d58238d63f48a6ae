import type { Case } from '../../domain/case/case.ts'
import { ageOn } from '../../domain/requirements/age.ts'
import { type Answers, type Around, nextStep } from '../../domain/interview/next.ts'

const isMinor = (answers: Answers, today: string): boolean => {
  const birth = answers['birth']?.v
  return typeof birth === 'string' && ageOn(birth, today) < 18
}

/** Where the case stands after an answer of the interview: goes on, pauses for a minor, or comes to its checklist. */
export function afterAnswer(found: Case, around: Around): Case {
  const { answers, cursor } = found.secret
  const guardian = found.secret.consents.some((each) => each.version === 'guardian')
  if (isMinor(answers, around.today) && !guardian) return { ...found, status: 'paused' }
  const entry = answers['profession']?.v
  const level = answers['level']?.v
  const told = { ...found, profession: typeof entry === 'string' ? entry : null, level: typeof level === 'string' ? level : null }
  return nextStep(answers, cursor, around) === null ? { ...told, status: found.round > 1 ? 'returned' : 'collecting' } : told
}
