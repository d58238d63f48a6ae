import { Agent, request } from 'node:http'
import { type Bed, SECRET } from './bed.ts'
import type { Call } from './fake-api.ts'
import type { Person, Script } from './interview.ts'
import { type Move, updateOf } from './updates.ts'

/** A webhook's connections are kept open, forty at most, as Telegram is asked to. */
const agent = new Agent({ keepAlive: true, maxSockets: 40 })

export function post(port: number, update: object): Promise<void> {
  const body = JSON.stringify(update)
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'x-telegram-bot-api-secret-token': SECRET }
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: '127.0.0.1', port, method: 'POST', path: '/hook', headers }, (response) => {
      response.resume().on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`webhook: ${response.statusCode}`))))
    })
    sent.on('error', reject).end(body)
  })
}

let lastPerson = 700_000_000
export const people = (count: number, told: { schools: number; jobs: number } = { schools: 1, jobs: 2 }): Person[] =>
  Array.from({ length: count }, () => ({ id: ++lastPerson, case: '', screen: '', ...told }))

/** Shows each person what the bot sends to them, and lets them learn the id of their case from its buttons. */
export function follow(bed: Bed, persons: Person[], also: (call: Call) => void = () => {}): void {
  const byId = new Map(persons.map((each) => [each.id, each]))
  bed.api.watch((call) => {
    also(call)
    if (call.method !== 'sendMessage') return
    const person = byId.get(Number(/"chat_id":(\d+)/.exec(call.body)?.[1]))
    if (!person) return
    person.screen = call.body
    if (person.case === '') person.case = /"callback_data":"[qjb]:([a-z2-9]{8})[:"]/.exec(call.body)?.[1] ?? ''
  })
}

export const send = (port: number, person: Person, move: Move): Promise<void> => post(port, updateOf(person.id, move))

const MOST_MOVES = 400

async function walk(port: number, person: Person, script: Script): Promise<Move[]> {
  const made: Move[] = []
  for (let move = script(person); move !== null; move = script(person)) {
    if (made.push(move) > MOST_MOVES) throw new Error(`no end in sight; the screen is ${person.screen.slice(0, 500)}`)
    await send(port, person, move)
  }
  return made
}

/** Everybody follows the script at once, each at their own pace: the next update when the one before was answered. How many updates that took. */
export async function goThrough(port: number, persons: Person[], script: Script): Promise<number> {
  const made = await Promise.all(persons.map((person) => walk(port, person, script)))
  return made.reduce((sum, { length }) => sum + length, 0)
}

/** Everybody makes one step; the next step begins when all are done. */
export const inStep = async (port: number, persons: Person[], move: (person: Person) => Move): Promise<void> => {
  await Promise.all(persons.map((person) => send(port, person, move(person))))
}

/** Throws unless everybody sees a button whose data begins so: the interview went where it should. */
export function expectAll(persons: Person[], button: (person: Person) => string): void {
  const lost = persons.filter((each) => !each.screen.includes(`"callback_data":"${button(each)}`))
  if (lost.length > 0) throw new Error(`${lost.length} of ${persons.length} did not arrive; one sees: ${lost[0]?.screen.slice(0, 600)}`)
}
