import { type Bed, type BotChild, makeBed } from '../bed.ts'
import { follow, inStep, people } from '../crowd.ts'
import { answerTo, interview, openKey, type Person } from '../interview.ts'
import { median, report } from '../report.ts'
import type { Move } from '../updates.ts'

const CROWD = 96
const LAST = 208
/** Five updates around the one that is spoken of; the person sees the same questions in each of them. */
const AROUND = 8

type Walk = (person: Person, step: number) => Move

const next = (person: Person): Move => {
  const move = interview(person)
  if (!move) throw new Error(`nothing to do at ${person.screen.slice(0, 300)}`)
  return move
}

/** Two steps back and two answers, again and again, from the question of who pays on. */
const backAndForth: Walk = (person) => {
  const key = person.case === '' ? null : openKey(person)
  if (key === 'name') return { data: `b:${person.case}` }
  if (key !== null && person.screen.includes('"way":"back"')) return answerTo(person, key)
  return next(person)
}

/** CPU of each update, everybody making the same step at the same time. */
async function curve(bed: Bed, bot: BotChild, walk: Walk, told: { schools: number; jobs: number }): Promise<number[]> {
  const crowd = people(CROWD, told)
  follow(bed, crowd)
  const us: number[] = []
  for (let step = 1; step <= LAST; step++) {
    const before = await bot.usage()
    await inStep(bot.port, crowd, (person) => walk(person, step))
    us.push(((await bot.usage()).cpuMs - before.cpuMs) * 1000 / CROWD)
  }
  return us
}

const around = (us: number[], update: number): number => median(us.slice(update - AROUND / 2, update + AROUND / 2))

export const unused = { curve, around, backAndForth, report, makeBed, LAST }
