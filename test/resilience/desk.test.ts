import { afterEach, beforeEach, expect, it } from 'vitest'
import { startProduct, type TestProduct } from '../support/product.ts'
import { caseOf } from '../support/record.ts'
import { topicOf } from '../support/reviewer.ts'
import { pause, until } from '../support/waiting.ts'
import { bornIn, toQueue } from '../support/welder.ts'

let product: TestProduct
beforeEach(async () => { product = await startProduct() })
afterEach(() => product.stop())

const NO_RIGHTS = { error_code: 400, description: 'Bad Request: not enough rights to create a topic' }

async function candidate() {
  const me = await product.sim.person({ firstName: 'Кандидат', language: 'kk' })
  await toQueue(me)
  return me
}

async function reviewer(firstName: string) {
  const one = await product.sim.person({ firstName, language: 'ru', staff: 'member' })
  await one.start('staff')
  return one
}

const filesOf = async (one: Awaited<ReturnType<typeof reviewer>>): Promise<string[]> =>
  (await one.messages()).flatMap(({ document }) => (document?.file_name ? [document.file_name] : []))

const topicIsUp = (): Promise<void> => until('the card', async () => (await product.sim.topics()).some(({ pinned }) => pinned.length > 0))

it('of two reviewers who press Take at once one gets the case; the group is upgraded meanwhile, and the card goes on', { timeout: 60_000 }, async () => {
  const me = await candidate()
  const [a, b] = [await reviewer('Алия'), await reviewer('Берік')]
  await topicIsUp()
  await product.sim.migrate()
  const thread = await topicOf(product.sim, 'Сериков')
  const pressed = await Promise.all([a, b].map((one) => one.inGroup(thread).presses(/Взять/)))
  expect(pressed.filter(({ text }) => text?.includes('Дело ваше'))).toHaveLength(1)
  await until('the dossier', async () => (await filesOf(a)).length + (await filesOf(b)).length >= 3)
  const files = [await filesOf(a), await filesOf(b)]
  expect(files.filter((each) => each.length > 0)).toHaveLength(1)
  const [winner, loser] = files[0]?.length ? [a, b] : [b, a]
  await loser.inGroup(thread).presses(/Принять/)
  expect((await caseOf(product, me.id)).status).toBe('review')
  await winner.inGroup(thread).presses(/Принять/)
  await me.expects('қабылдады')
})

it('a topic deleted by hand is made again, once, when the case is taken', { timeout: 60_000 }, async () => {
  await candidate()
  await topicIsUp()
  await product.sim.deleteTopic(await topicOf(product.sim, 'Сериков'))
  const a = await reviewer('Алия')
  await a.inGroup().says('/next')
  await until('the topic', async () => (await product.sim.topics()).length > 0)
  await pause(500)
  expect(await product.sim.topics()).toHaveLength(1)
})

it('a card in the general chat moves into a topic when the right to make topics comes', { timeout: 60_000 }, async () => {
  await product.sim.faults({ method: 'createForumTopic', times: -1, ...NO_RIGHTS })
  await candidate()
  const card = async () => (await product.sim.groupMessages(0)).find(({ text }) => text?.includes('26-0001'))
  await until('the card', async () => (await card()) !== undefined)
  await product.sim.clearFaults()
  await product.sim.setMember((await card())?.from?.id ?? 0, 'administrator')
  const a = await reviewer('Алия')
  await a.inGroup().presses(/Взять/)
  await topicIsUp()
  // Where it stood there is now a link without buttons.
  await until('the link', async () => (await product.sim.groupMessages(0)).some(({ entities }) => entities?.some(({ type }) => type === 'text_link')))
  expect(await card()).toBeUndefined()
  await until('the dossier', async () => (await filesOf(a)).length === 4)
})

it('an outage in the middle of the handing over sends no file twice; asked again, all come again', { timeout: 60_000 }, async () => {
  const me = await product.sim.person({ firstName: 'Кандидат', language: 'kk' })
  await toQueue(me, { name: 'Екінші Адам', ...bornIn(1980) })
  const a = await reviewer('Алия')
  await topicIsUp()
  const { id } = await caseOf(product, me.id)
  const desk = a.inGroup(await topicOf(product.sim, 'Екінші'))
  // The first file is slow; while it is on its way the second one's trouble is prepared.
  await product.sim.faults({ method: 'sendDocument', chat_id: a.id, delay: 1500 })
  await desk.presses(/Взять/)
  await until('the words before the files', async () => (await a.messages()).some(({ text }) => text?.includes('26-0001')))
  await pause(700)
  await product.sim.faults({ method: 'sendDocument', chat_id: a.id, error_code: 500, description: 'Internal Server Error' })
  await until('all files', async () => (await filesOf(a)).length >= 4)
  await pause(500)
  expect(new Set(await filesOf(a)).size).toBe((await filesOf(a)).length)
  expect((await a.messages()).filter(({ text }) => text?.includes('26-0001'))).toHaveLength(1)
  expect(product.errors.filter((line) => line.includes(id))).toHaveLength(1)
  await desk.presses('Досье ещё раз')
  await until('all files again', async () => (await filesOf(a)).length === 8)
})
