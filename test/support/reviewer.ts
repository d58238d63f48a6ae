import type { SimulatedPerson, SimulatorClient } from '../../simulator/client.ts'
import { payloadOf, unzip } from './bag.ts'

export type Handed = { pdf: Buffer; originals: Map<string, Buffer> }

/** The topic of an applicant, once its card is there. */
export async function topicOf(sim: SimulatorClient, name: string): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const found = (await sim.topics()).find((each) => each.name.includes(name))
    if (found) return found.thread
    await new Promise((resolve) => { setTimeout(resolve, 100) })
  }
  throw new Error(`no topic for ${name}`)
}

/** A member of the staff who has opened the private chat with the bot. */
export async function reviewerOf(sim: SimulatorClient): Promise<SimulatedPerson> {
  const reviewer = await sim.person({ firstName: 'Гүлнар', language: 'ru', staff: 'member' })
  await reviewer.start('staff')
  return reviewer
}

type Message = Awaited<ReturnType<SimulatedPerson['messages']>>[number]

const filesOf = async (reviewer: SimulatedPerson, end: string): Promise<Message[]> =>
  (await reviewer.messages()).filter((each) => each.document?.file_name?.endsWith(end))

/** Takes the case of a topic and reads what then comes into the private chat. */
export async function takes(reviewer: SimulatedPerson, thread: number): Promise<Handed> {
  const before = (await filesOf(reviewer, '.zip')).length
  await reviewer.inGroup(thread).presses('Взять в работу')
  for (let tries = 0; tries < 200; tries++) {
    const zip = (await filesOf(reviewer, '.zip')).slice(before).at(-1)
    const pdf = (await filesOf(reviewer, '-dossier.pdf')).at(-1)
    if (zip && pdf) return { pdf: await reviewer.downloads(pdf), originals: payloadOf(await unzip(await reviewer.downloads(zip))) }
    await new Promise((resolve) => { setTimeout(resolve, 100) })
  }
  throw new Error('no dossier came')
}
