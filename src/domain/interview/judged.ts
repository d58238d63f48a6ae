import type { Case } from '../case/case.ts'
import { type ItemStanding, standingsOf } from '../documents/standing.ts'
import { checklistFor } from '../requirements/checklist.ts'
import type { Entry, Level } from '../requirements/entry.ts'
import { levelOf } from '../requirements/entry.ts'
import type { Facts } from '../requirements/facts.ts'
import { settledItems } from '../requirements/settled.ts'
import { judge, type Standing } from '../requirements/standing.ts'
import { UNKNOWN_LEVEL, unknownEntry } from '../requirements/unknown.ts'
import { factsOf } from './facts.ts'
import type { Around } from './next.ts'

export type Judged = { entry: Entry; level: Level; facts: Facts; standings: Standing[]; items: ItemStanding[] }

/** Everything the requirements say of a case today: standings and checklist, from the answers alone. Pure. */
export function judgeCase(found: Case, around: Around, examDate = found.secret.exam?.day): Judged {
  const { answers } = found.secret
  const entry = around.entry ?? unknownEntry(String(answers['professionText']?.v ?? '—'))
  const level = levelOf(entry, String(answers['level']?.v ?? '')) ?? UNKNOWN_LEVEL
  const facts = factsOf(answers, around)
  const standings = judge({ entry, level, facts, today: around.today, ...(examDate ? { examDate } : {}) })
  return { entry, level, facts, standings, items: standingsOf(found, settledItems(checklistFor({ entry, level, facts }), found.secret)) }
}
