import { type Bed, type BotChild, makeBed } from '../bed.ts'
import { follow, inStep, people } from '../crowd.ts'
import { answerTo, interview, openKey, type Person } from '../interview.ts'
import { median, report } from '../report.ts'
import type { Move } from '../updates.ts'

const CROWD = 64
const PAIRS = 7
/** Two rounds of: back, pressed answer, back, typed answer. */
const WINDOW = 8

type Crowd = { persons: Person[]; made: number }
type Walk = (person: Person, update: number) => Move

const next: Walk = (person) => {
  const move = interview(person)
  if (!move) throw new Error(`nothing to do at ${person.screen.slice(0, 300)}`)
  return move
}

/** The ninth update opens the question "for whom" again, the tenth answers it, and so on for ever. */
const backAndForth: Walk = (person, update) => {
  if (update < 9) return next(person, update)
  if (update % 2 === 1) return { data: `b:${person.case}` }
  if (openKey(person) !== 'who') throw new Error(`update ${update} is not where it should be: ${person.screen.slice(0, 300)}`)
  return update % 4 === 0 ? { text: 'Өзім үшін' } : answerTo(person, 'who')
}

/** Microseconds of CPU an update, for everybody's next so many updates, made in step. */
async function advance(bot: BotChild, crowd: Crowd, updates: number, walk: Walk): Promise<number> {
  const before = await bot.usage()
  for (let n = 0; n < updates; n++) {
    crowd.made++
    await inStep(bot.port, crowd.persons, (person) => walk(person, crowd.made))
  }
  return ((await bot.usage()).cpuMs - before.cpuMs) * 1000 / (updates * crowd.persons.length)
}

/** A new crowd beside one far ahead, by turns, so that the machine's moods meet both. */
async function pairs(bed: Bed, bot: BotChild): Promise<{ early: number; late: number }[]> {
  const old: Crowd = { persons: people(CROWD), made: 0 }
  follow(bed, old.persons)
  await advance(bot, old, 196, backAndForth)
  const found: { early: number; late: number }[] = []
  for (let n = 0; n < PAIRS; n++) {
    const young: Crowd = { persons: people(CROWD), made: 0 }
    follow(bed, [...old.persons, ...young.persons])
    await advance(bot, young, 8, backAndForth)
    found.push({ early: await advance(bot, young, WINDOW, backAndForth), late: await advance(bot, old, WINDOW, backAndForth) })
  }
  return found
}

/** The questions about one job, for a person with few answers and for one with nearly two hundred. */
async function byAnswers(bed: Bed, bot: BotChild): Promise<{ few: number; many: number }> {
  const few: Crowd = { persons: people(CROWD, { schools: 1, jobs: 3 }), made: 0 }
  const many: Crowd = { persons: people(CROWD, { schools: 15, jobs: 15 }), made: 0 }
  follow(bed, [...few.persons, ...many.persons])
  const until = async (crowd: Crowd, key: string): Promise<void> => {
    while (openKey(crowd.persons[0] as Person) !== key) await advance(bot, crowd, 1, next)
  }
  await until(few, 'job.0.employer')
  await until(many, 'job.10.employer')
  return { few: await advance(bot, few, 12, next), many: await advance(bot, many, 12, next) }
}

/** Does one candidate's two hundredth update cost more than the tenth? */
export async function benchLongCase(): Promise<void> {
  const bed = await makeBed()
  const bot = await bed.bot('product')
  const found = await pairs(bed, bot)
  report({ what: 'updates 9–16, CPU each', measured: median(found.map((each) => each.early)), target: null, unit: ' µs' })
  report({ what: 'updates from 197 on, CPU each', measured: median(found.map((each) => each.late)), target: null, unit: ' µs' })
  report({ what: '200th update to the 10th, median of pairs', measured: median(found.map((each) => each.late / each.early)), target: 1.2, unit: '' })
  const grown = await byAnswers(bed, bot)
  report({ what: 'the same questions with 170 answers in the case to 30', measured: grown.many / grown.few, target: null, unit: '' })
  await bot.stop()
  await bed.stop()
}
