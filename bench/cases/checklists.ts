import path from 'node:path'
import { checklistFor } from '../../src/domain/requirements/checklist.ts'
import { judge } from '../../src/domain/requirements/standing.ts'
import { loadCatalogue } from '../../src/storage/catalogue-files.ts'
import { readPeople } from '../../test/spec/read-people.ts'
import { median, report } from '../report.ts'

const ROUNDS = 9
const EACH = 200
const TODAY = '2026-11-23'

/** Pure evaluation, standings and checklist, of every person in the lawyer's table, again and again. */
export async function benchChecklists(): Promise<void> {
  const loaded = await loadCatalogue(path.join(import.meta.dirname, '../../catalogue'))
  if (!loaded.ok) throw new Error(`the catalogue has ${loaded.mistakes.length} mistakes`)
  const people = readPeople(loaded.catalogue)
  let items = 0
  const round = (): number => {
    const from = performance.now()
    for (let n = 0; n < EACH; n++) for (const { entry, level, facts, examDate } of people) {
      items += judge({ entry, level, facts, today: TODAY, examDate }).length + checklistFor({ entry, level, facts }).length
    }
    return (performance.now() - from) * 1000 / (EACH * people.length)
  }
  round()
  const micros = Array.from({ length: ROUNDS }, round)
  console.log(`  ${people.length} people, ${EACH * people.length} checklists a round, ${items} standings and items`)
  report({ what: 'one checklist with its standings (10,000 a second = 100 µs)', measured: median(micros), target: 100, unit: ' µs' })
  report({ what: 'checklists a second', measured: 1_000_000 / median(micros), target: null, unit: '' })
}
