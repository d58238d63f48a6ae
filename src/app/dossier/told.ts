import type { Case } from '../../domain/case/case.ts'
import { type Step, stepsFor } from '../../domain/interview/next.ts'
import { plainText } from '../../domain/case/phrase.ts'
import { type App, aroundOf, judgedOf } from '../app.ts'
import { askedText } from '../interview/asked.ts'
import { saidAnswer } from '../interview/read-input.ts'
import { sendingSteps } from '../interview/sending-steps.ts'
import type { Speaker } from './speaker.ts'

/** One answered question: its words as they were asked, the answer in the reader's language. */
export type Told = { key: string; section: Step['question']['section']; question: string; answer: string }

/** Every question that applies and was answered, in the order of asking. */
function answeredSteps(app: App, found: Case): Step[] {
  const { answers } = found.secret
  const around = aroundOf(app, answers)
  const steps = [...stepsFor(answers, around), ...sendingSteps(found, judgedOf(app, found).items, around)]
  return steps.filter((step) => step.key in answers)
}

/** Answers by key, in plain words: what the card and the application say of a person. Null where nothing was told. */
export function answersSaid(app: App, found: Case, speaker: Speaker): (key: string) => string | null {
  const said = new Map(answeredSteps(app, found).map((step) => {
    const answer = found.secret.answers[step.key]
    return [step.key, answer ? speaker.phrase(saidAnswer(step, answer.v)) : null] as const
  }))
  return (key) => said.get(key) ?? null
}

/** "More?" and "is all of it right?" steer the talk and are no facts. */
const isFact = (step: Step): boolean => step.question.section !== 'check' && !step.key.endsWith('.more')

/** The second school's questions carry its number. */
function numbered(key: string, question: string): string {
  const index = /^[a-z]+\.(\d+)\./.exec(key)?.[1]
  return index === undefined ? question : `${Number(index) + 1}. ${question}`
}

/** The question itself: the first line with words. Hints and examples stay in the package's case.json. */
const firstLine = (asked: string): string => {
  const lines = plainText(asked).split('\n').map((each) => each.trim())
  return (lines.find((each) => /\p{L}/u.test(each)) ?? lines[0] ?? '').replace(/:$/, '')
}

/** All answers for the record: each question as it was put on the day, in the language of that day. */
export async function answersAsAsked(app: App, found: Case, speaker: Speaker): Promise<Told[]> {
  const steps = answeredSteps(app, found).filter(isFact)
  const hashes = steps.map((step) => found.secret.answers[step.key]?.q ?? '')
  const words = await app.store.words([...new Set(hashes)])
  return steps.map((step, index) => {
    const asked = words[hashes[index] ?? ''] ?? askedText(app.words.in(speaker.lang), speaker.lang, step, { anonymous: true })
    const answer = found.secret.answers[step.key]
    return { key: step.key, section: step.question.section, question: numbered(step.key, firstLine(asked)), answer: answer ? speaker.phrase(saidAnswer(step, answer.v)) : '' }
  })
}

/** Profession and level in the person's case: from the catalogue, or in their own words. */
export function tradeOf(app: App, found: Case, speaker: Speaker): { profession: string; level: string } {
  const said = answersSaid(app, found, speaker)
  return {
    profession: said('professionText') ?? said('profession') ?? '—',
    level: said('levelText') ?? said('level') ?? '—',
  }
}
