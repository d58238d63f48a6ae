import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { postCard } from '../../src/app/review/post-card.ts'
import { giveBack, takeCase } from '../../src/app/review/take.ts'
import type { Case } from '../../src/domain/case/case.ts'
import { plainText } from '../../src/domain/case/phrase.ts'
import { by, type DeskBed, makeDeskBed } from './desk-bed.ts'
import { makeRecorder, STAFF } from './recorder.ts'
import { sentCase } from './sent-case.ts'

let bed: DeskBed
let count = 0
beforeAll(async () => { bed = await makeDeskBed() })
afterAll(() => bed.end())
beforeEach(() => { bed.messenger = makeRecorder(); bed.asked.length = 0; count += 1 })

const fresh = (more: object = {}): Promise<Case> =>
  sentCase(bed, { number: `26-${String(count).padStart(4, '0')}`, applicant: `i-${count}`, picture: bed.picture, ...more })
const card = () => bed.messenger.said.find(({ chat, message }) => chat === STAFF && message.html.includes('ИИН'))
const labels = (rows: { text: string }[][] = []) => rows.flat().map(({ text }) => text)

it('a sent case gets one topic and one pinned card, however often the job runs', async () => {
  const found = await fresh()
  await postCard(bed, { case: found.id })
  await postCard(bed, { case: found.id })
  await Promise.all([postCard(bed, { case: found.id }), postCard(bed, { case: found.id })])
  expect(bed.messenger.topics).toHaveLength(1)
  expect(bed.messenger.topics[0]).toMatchObject({ icon: '📝', title: 'Сериков Серік Серікұлы · Электрогазосварщик' })
  expect(bed.messenger.said).toHaveLength(1)
  expect(bed.messenger.pinned).toEqual([bed.messenger.said[0]?.id])
})

it('the card names requirements with clauses, what is missing and why, doubts and who overruled them, and hides the IIN', async () => {
  const found = await fresh()
  await postCard(bed, { case: found.id })
  const html = card()?.message.html ?? ''
  const text = plainText(html)
  expect(text).toContain('Сериков Серік Серікұлы')
  expect(text).toContain('••••••••0017')
  expect(text).not.toContain('900101300017')
  expect(text).toMatch(/Образование: соответствует \(.+ЕТКС, выпуск 2.*\)|Образование: соответствует \(ЕТКС, выпуск 2/)
  expect(text).toContain('НЕПОЛНЫЙ КОМПЛЕКТ')
  expect(text).toContain('Документ об образовании: Диплом колледжде қалды')
  expect(text).toContain('нечётко; кандидат отправил, несмотря на замечание')
  expect(html.length).toBeLessThanOrEqual(4096)
  expect(labels(card()?.message.buttons)).toEqual(['Взять в работу', 'Ещё…'])
})

it('a very long story still fits into one message', async () => {
  const answers = { name: `${'Ы'.repeat(300)} <b>`, 'missing.education': '&'.repeat(300), professionText: 'x'.repeat(120) }
  const found = await fresh({ answers })
  await postCard(bed, { case: found.id })
  expect(card()?.message.html.length).toBeLessThanOrEqual(4096)
})

it('two cases of one person share the topic; the IIN known from another account marks the card', async () => {
  const first = await fresh()
  const second = await sentCase(bed, { number: '26-9001', applicant: first.applicant ?? '', account: 777, picture: bed.picture })
  await Promise.all([postCard(bed, { case: first.id }), postCard(bed, { case: second.id })])
  expect(bed.messenger.topics).toHaveLength(1)
  expect(bed.messenger.said).toHaveLength(1)
  expect(bed.messenger.said[0]?.message.html).toContain('с другого аккаунта')
  expect(labels(bed.messenger.said[0]?.message.buttons)).toContain(`Показать № ${first.number}`)
})

it('a topic deleted by staff is made again, a deleted card written again', async () => {
  const found = await fresh()
  await postCard(bed, { case: found.id })
  bed.messenger.refuse.lostMessages.add(bed.messenger.said[0]?.id ?? 0)
  await takeCase(bed, by(1, found))
  await postCard(bed, { case: found.id })
  expect(bed.messenger.topics).toHaveLength(1)
  bed.messenger.refuse.lostThreads.add(bed.messenger.topics[0]?.thread ?? 0)
  await giveBack(bed, by(1, (await bed.store.load(found.id)) as Case))
  await postCard(bed, { case: found.id })
  expect(bed.messenger.topics).toHaveLength(2)
  expect((await bed.store.topic(found.applicant ?? ''))?.thread).toBe(bed.messenger.topics[1]?.thread)
})

it('without topics the card stands in the general chat, and managers hear so once', async () => {
  bed.messenger.refuse.noForum = true
  const [one, two] = [await fresh(), await fresh({ number: '26-9100', applicant: 'i-other' })]
  for (const found of [one, two, one]) await postCard(bed, { case: found.id })
  expect(bed.messenger.said.filter(({ message }) => message.html.includes('Не могу создавать темы'))).toHaveLength(1)
  expect(bed.messenger.said.filter(({ message }) => message.html.includes('ИИН'))).toHaveLength(2)
})
