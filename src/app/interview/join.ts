import type { Answer, Case } from '../../domain/case/case.ts'
import { stepsFor } from '../../domain/interview/next.ts'
import { type App, aroundOf } from '../app.ts'
import { changeCase, type Decided } from '../change.ts'
import { decideReply, type Replied } from './reply.ts'

const RECENT_S = 600
const MOST_WORDS = 4

type Before = { key: string; text: string; answer: Answer }

/** The answer that the person's last typed message gave, as long as it is words that can go on; null for any other. */
function lastTyped(app: App, found: Case): Before | null {
  const typed = Object.entries(found.secret.answers).filter(([, answer]) => answer.m !== undefined)
  const [key, answer] = typed.toSorted(([, one], [, other]) => (one.m ?? 0) - (other.m ?? 0)).at(-1) ?? []
  if (!key || !answer || typeof answer.v !== 'string') return null
  const step = stepsFor(found.secret.answers, aroundOf(app, found.secret.answers)).find((each) => each.key === key)
  const recent = app.clock.now() / 1000 - answer.at < RECENT_S
  return step?.question.joins && recent ? { key, text: answer.v, answer } : null
}

const wordsIn = (text: string): number => text.trim().split(/\s+/).length

/** A name told word by word: surname, first name, patronymic. Anything longer was meant whole. */
const isWordByWord = ({ key, text, answer }: Before, added: string): boolean =>
  key === 'name' && wordsIn(added) === 1 && wordsIn(text) === (answer.n ?? 1) && wordsIn(text) < MOST_WORDS

function counted(found: Case, { key, answer }: Before): Case {
  const joined = found.secret.answers[key]
  return joined ? { ...found, secret: { ...found.secret, answers: { ...found.secret.answers, [key]: { ...joined, n: (answer.n ?? 1) + 1 } } } } : found
}

/**
 * Several short messages in a row are one answer: «Ахметов», «Серик», «Болатович». Adds the words to the answer before;
 * null as a result when it cannot go on with them. `early`: they were sent before the open question could be read.
 */
export const joinAnswer = (app: App, request: { id: string; update: number | null; message: number; text: string; early: boolean }): Promise<{ case: Case; result: Replied | null } | null> =>
  changeCase<Replied | null>(app, request.id, request.update, async (found): Promise<Decided<Replied | null>> => {
    const before = found.status === 'interview' && !found.secret.pending && found.secret.cursor === null ? lastTyped(app, found) : null
    if (!before || !(request.early || isWordByWord(before, request.text))) return { save: null, result: null }
    const reopened = { ...found, secret: { ...found.secret, cursor: before.key } }
    const decided = await decideReply(app, reopened, { key: null, input: { text: `${before.text} ${request.text}` }, message: request.message })
    if (decided.save === null || !decided.result.ok || !('key' in decided.result)) return { save: null, result: null }
    return { ...decided, save: counted(decided.save, before), result: { ...decided.result, echo: true } }
  })
