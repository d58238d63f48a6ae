import type { Case } from '../../domain/case/case.ts'
import { type ItemStanding, missingItems } from '../../domain/documents/standing.ts'
import type { Answers, Around, Step } from '../../domain/interview/next.ts'
import type { View } from '../../domain/interview/question.ts'
import { declaration } from '../../domain/interview/questions/declaration.ts'
import { missing } from '../../domain/interview/questions/missing.ts'
import { safety } from '../../domain/interview/questions/safety.ts'
import { send } from '../../domain/interview/questions/send.ts'

/** The questions of the sending: a reason for each missing paper, the declaration, the safety rules, the last word. */
export function sendingSteps(found: Case, items: ItemStanding[], around: Around): Step[] {
  const answers: Answers = found.secret.answers
  const get: View['get'] = (key) => answers[key]?.v
  const questions = [...missingItems(items).map((item) => missing(item.id)), declaration, safety, send]
  return questions.map((question) => ({ key: question.id, question, view: { ...around, get, here: get } }))
}

/** The first of them that is open. */
export function sendingStep(found: Case, items: ItemStanding[], around: Around): Step | null {
  const steps = sendingSteps(found, items, around)
  const { answers, cursor } = found.secret
  return steps.find((step) => step.key === cursor) ?? steps.find((step) => !(step.key in answers)) ?? null
}
