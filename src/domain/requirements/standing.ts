import { isVerified } from './entry.ts'
import type { Entry, Level } from './entry.ts'
import type { Facts } from './facts.ts'
import { judgeAge } from './standing-age.ts'
import { judgeEducation } from './standing-education.ts'
import { judgeExperience } from './standing-experience.ts'
import type { Standing } from './standing-type.ts'

export type { Requirement, Standing, Values } from './standing-type.ts'

export type Judged = { entry: Entry; level: Level; facts: Facts; today: string; examDate?: string | undefined }

/** Each requirement of the level against what the person said, with clause and what would change it. */
export function judge(judged: Judged): Standing[] {
  const { level, facts, today, examDate } = judged
  return [
    ...judgeApplies(judged),
    judgeAge(level.age, { birth: facts.birth, today, examDate }),
    trusted(level, judgeEducation(level.education, facts.education)),
    trusted(level, judgeExperience(level.experience, facts, today)),
    trusted(level, judgeSpecial(level)),
  ]
}

/** A row nobody read in the source may hint, but neither frees nor refuses: the centre has the last word. */
function trusted(level: Level, standing: Standing): Standing {
  if (isVerified(level) || standing.state === 'human') return standing
  return { ...standing, state: 'human', reason: `${standing.reason}-unverified` }
}

/** E.g. cranes of the main metallurgical process are graded in another issue: only a "continue" answer is silent. */
function judgeApplies({ entry, facts }: Judged): Standing[] {
  return entry.asks.flatMap((ask): Standing[] => {
    const option = ask.options.find((o) => o.id === facts.applies?.[ask.id])
    if (!option || option.effect === 'continue') return []
    const reason = `standing.applies.${option.effect}`
    return [{ requirement: 'applies', state: 'human', reason, values: { entry: option.entry ?? '' }, clause: null }]
  })
}

function judgeSpecial({ special }: Level): Standing {
  const base = { requirement: 'special', values: {}, clause: null } as const
  if (special.state === 'none') return { ...base, state: 'meets', reason: 'standing.special.none' }
  if (special.state === 'unread') return { ...base, state: 'human', reason: 'standing.special.unread' }
  // A paper can be looked at, a right to do dangerous work cannot be judged from a chat.
  return { ...base, state: 'human', reason: 'standing.special.paper', clause: special.clause, values: { text: special.text.ru ?? special.text.kk ?? '' } }
}
