import type { Answer, Secret } from '../case/case.ts'
import { dayKey } from './questions/job-day.ts'

/** Answers that lose their meaning when this one changes. */
function dependants(key: string, keys: string[]): string[] {
  if (key === 'profession') return keys.filter((each) => each === 'professionText' || each.startsWith('level') || each.startsWith('ask.'))
  if (key === 'level') return ['levelText']
  if (key === 'iin' || key === 'birth') return ['iinMatch']
  if (key === 'name') return ['consentName', 'iinMatch']
  if (key === 'who') return ['consentName']
  if (key === 'citizenship') return ['idKind', 'idNumber']
  if (key === 'idKind') return ['idNumber']
  const job = /^job\.(\d+)\.period$/.exec(key)?.[1]
  if (job !== undefined) return [dayKey({ job: Number(job), end: 'from' }), dayKey({ job: Number(job), end: 'to' })]
  return []
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Takes an answer; a changed one takes its dependants and the summary's "right" with it. Pure. */
export function putAnswer(secret: Secret, key: string, answer: Answer): Secret {
  const answers = { ...secret.answers, [key]: answer }
  if (!same(secret.answers[key]?.v, answer.v)) {
    const keys = Object.keys(answers)
    const late = key === 'summary' || isSendingKey(key) ? [] : ['summary', ...keys.filter(isSendingKey)]
    for (const lost of [...dependants(key, keys), ...late]) delete answers[lost]
  }
  return { ...secret, answers, cursor: null, pending: null }
}

/** Questions of the sending, asked after the checklist. */
export const isSendingKey = (key: string): boolean =>
  key.startsWith('missing.') || key === 'declaration' || key === 'safety' || key === 'send'
