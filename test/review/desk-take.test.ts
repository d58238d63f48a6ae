import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { acceptAll } from '../../src/app/review/accept.ts'
import { queueList } from '../../src/app/review/queue-list.ts'
import { giveBack, takeCase, takeNext } from '../../src/app/review/take.ts'
import { tellDecision } from '../../src/app/review/tell-decision.ts'
import type { Case } from '../../src/domain/case/case.ts'
import { by, type DeskBed, makeDeskBed } from './desk-bed.ts'
import { makeRecorder } from './recorder.ts'
import { AT, sentCase } from './sent-case.ts'

let bed: DeskBed
let count = 0
beforeAll(async () => { bed = await makeDeskBed() })
afterAll(() => bed.end())
beforeEach(() => { bed.messenger = makeRecorder(); bed.asked.length = 0; count += 1 })

const fresh = (more: object = {}): Promise<Case> =>
  sentCase(bed, { number: `26-${String(count).padStart(4, '0')}`, applicant: `i-${count}`, picture: bed.picture, ...more })
const again = async (found: Case): Promise<Case> => (await bed.store.load(found.id)) as Case

it('of two reviewers who press at once one gets the case, the other hears who', async () => {
  const found = await fresh()
  const both = await Promise.all([takeCase(bed, by(1, found, 'Гүлнар')), takeCase(bed, by(2, found, 'Ерлан'))])
  const won = both.findIndex(({ ok }) => ok)
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both[1 - won]).toEqual({ ok: false, reason: 'taken', by: won === 0 ? 'Гүлнар' : 'Ерлан' })
  expect(await again(found)).toMatchObject({ status: 'review', reviewer: won + 1 })
  expect(bed.asked).toContainEqual({ kind: 'handover', case: found.id, reviewer: won + 1, round: 1 })
})

it('the same press twice takes the case once', async () => {
  const found = await fresh()
  expect(await takeCase(bed, by(1, found))).toEqual({ ok: true })
  expect(await takeCase(bed, by(1, found))).toEqual({ ok: true })
  expect((await bed.store.audit(found.id)).filter(({ what }) => what === 'taken.1')).toHaveLength(1)
})

it('"next" hands out the oldest free case, and says so when there is none', async () => {
  for (const id of await bed.store.queue()) await takeCase(bed, by(9, (await bed.store.load(id)) as Case))
  const found = await fresh()
  expect((await queueList(bed)).html).toMatch(/Свободных дел: 1[^]*ждёт дней: 3/)
  expect((await takeNext(bed, { update: 5, actor: { id: 3, name: 'Дана' } }))?.id).toBe(found.id)
  expect(await takeNext(bed, { update: 6, actor: { id: 3, name: 'Дана' } })).toBeNull()
  expect((await queueList(bed)).html).toBe('Очередь пуста: свободных дел нет.')
})

it('a case given back is free again and keeps its place', async () => {
  const found = await fresh()
  await takeCase(bed, by(1, found))
  expect(await giveBack(bed, by(2, await again(found)))).toEqual({ ok: true })
  expect(await again(found)).toMatchObject({ status: 'sent', reviewer: null, sentAt: AT })
  expect(await bed.store.queue()).toContain(found.id)
})

it('a clean case is accepted in one press and the candidate hears once how to file, never that he applied', async () => {
  const found = await fresh()
  await takeCase(bed, by(1, found, 'Гүлнар'))
  expect(await acceptAll(bed, by(2, await again(found)))).toMatchObject({ ok: false, reason: 'not-yours', by: 'Гүлнар' })
  expect(await acceptAll(bed, by(1, found))).toMatchObject({ ok: false, reason: 'stale' })
  expect(await acceptAll(bed, by(1, await again(found), 'Гүлнар'))).toEqual({ ok: true })
  expect(await again(found)).toMatchObject({ status: 'accepted', items: { identity: 'accepted' } })
  await tellDecision(bed, { case: found.id, round: 1 })
  await tellDecision(bed, { case: found.id, round: 1 })
  const told = bed.messenger.said.filter(({ chat }) => chat === 501)
  expect(told).toHaveLength(1)
  expect(told[0]?.message.html).toContain('Өтінішті қалай беру керек')
  expect(told[0]?.message.html).toContain('өтінішті өзіңіз бересіз')
})

it('pages still on their way cannot be accepted unseen', async () => {
  const found = await fresh()
  await takeCase(bed, by(1, found))
  const taken = await again(found)
  const uploads = taken.secret.uploads.map((each) => ({ ...each, state: 'waiting' as const }))
  await bed.store.save({ case: { ...taken, secret: { ...taken.secret, uploads } }, expected: taken.revision, update: null })
  expect(await acceptAll(bed, by(1, await again(found)))).toMatchObject({ ok: false, reason: 'receiving' })
})
