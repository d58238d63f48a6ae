import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SimulatedPerson } from '../../simulator/client.ts'
import { startBotProcess } from '../support/bot-process.ts'
import { photoOf } from '../support/photo.ts'
import { accountOf, caseOf, recordedTopic } from '../support/record.ts'
import { tells, type Line } from '../support/tells.ts'
import { pause, until } from '../support/waiting.ts'
import { BEFORE, sendsOff, welderLines } from '../support/welder.ts'

let bot: Awaited<ReturnType<typeof startBotProcess>>
beforeAll(async () => { bot = await startBotProcess() })
afterAll(() => bot.stop())

/** Moments that differ from cut to cut and are the same in every run. */
const moments = [5, 40, 90, 20, 150, 0, 60, 10]
const cutIn = async (nth: number): Promise<void> => {
  await pause(moments[nth % moments.length] ?? 0)
  await bot.kill9()
  bot.open()
}

/** Says or presses while the process is killed; the person only waits for the next screen. */
async function throughACut(me: SimulatedPerson, line: Line, nth: number): Promise<void> {
  const before = (await me.messages()).length
  const cut = cutIn(nth)
  await tells(me, [line]).catch(() => null)
  await cut
  await until(`a screen after ${String(line)}`, async () => (await me.messages()).slice(before).some(({ from }) => from?.is_bot))
}

it('eight power cuts on the way: no answer and no page is lost or doubled, the staff get one topic', { timeout: 90_000 }, async () => {
  const me = await bot.sim.person({ firstName: 'Токтоган', language: 'kk' })
  const lines = welderLines()
  await me.start()
  const cuts = new Map([[BEFORE.consent, 0], [BEFORE.name, 1], [BEFORE.place, 2], [BEFORE.employer, 3]])
  for (const [index, line] of lines.entries()) {
    const nth = cuts.get(index)
    if (nth === undefined) await tells(me, [line])
    else await throughACut(me, line, nth)
  }
  await until('the checklist', async () => (await me.transcript()).includes('Сіздің құжаттар тізбеңіз'))
  await me.presses(/Жеке басты куәландыратын/)
  await me.expects(/фотосын/)

  for (const nth of [4, 5]) {
    await me.sendsAlbum(await Promise.all([0, 1, 2].map((page) => photoOf(`БЕТ ${nth} ${page}`, { seed: nth * 10 + page }))))
    await cutIn(nth)
  }
  await until('six pages', async () => (await caseOf(bot, me.id)).secret.uploads.filter(({ state }) => state === 'stored').length === 6, 40_000)
  const { secret } = await caseOf(bot, me.id)
  expect(new Set(secret.uploads.map(({ message }) => message)).size).toBe(6)
  expect([secret.answers['name']?.v, secret.answers['place']?.v, secret.answers['job.0.employer']?.v]).toEqual([lines[BEFORE.name], lines[BEFORE.place], lines[BEFORE.employer]])
  expect((await accountOf(bot, me.id))?.cases).toHaveLength(1)

  await me.presses('Тізімге')
  await sendsOff(me)
  // A cut between the platform's making of a topic and our hearing of it cannot be told from a topic never made.
  await until('the topic on record', async () => (await recordedTopic(bot, me.id)) !== null)
  await cutIn(6)
  await cutIn(7)
  await until('the card', async () => (await bot.sim.topics()).some(({ pinned }) => pinned.length > 0), 40_000)
  expect((await bot.sim.topics()).length).toBe(1)
})
