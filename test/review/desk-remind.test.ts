import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDraft, changeDraft } from '../../src/app/review/draft-return.ts'
import { remindDue } from '../../src/app/review/remind.ts'
import { returnItems } from '../../src/app/review/return-items.ts'
import { takeCase } from '../../src/app/review/take.ts'
import type { Case } from '../../src/domain/case/case.ts'
import { by, type DeskBed, makeDeskBed } from './desk-bed.ts'
import { sentCase } from './sent-case.ts'

let bed: DeskBed
beforeAll(async () => { bed = await makeDeskBed() })
afterAll(() => bed.end())
const DAY = 86_400_000
const NOON = Date.parse('2026-11-23T06:00:00Z')
const again = async (found: Case): Promise<Case> => (await bed.store.load(found.id)) as Case
const said = (): string[] => bed.messenger.said.map(({ message }) => message.html)

it('a reviewer is called about a case untouched for two working days, once; decided, nobody is', async () => {
  // Taken on Thursday the 19th; the desk's today is Monday the 23rd.
  bed.now = NOON - 4 * DAY
  const found = await sentCase(bed, { number: '26-0001', picture: bed.picture })
  await takeCase(bed, by(1, found, 'Гүлнар'))
  bed.now = NOON + 15 * 3_600_000
  expect(await remindDue(bed)).toBe(0)
  bed.now = NOON
  expect(await remindDue(bed)).toBe(1)
  expect(said().at(-1)).toMatch(/tg:\/\/user\?id=1">Гүлнар<[^]*26-0001[^]*Рабочих дней: 2/)
  expect(await remindDue(bed)).toBe(0)
  const taken = await again(found)
  await openDraft(bed, by(1, taken))
  await changeDraft(bed, by(1, taken), { kind: 'item', item: 'identity' })
  await changeDraft(bed, by(1, taken), { kind: 'reason', reason: 'cut' })
  await returnItems(bed, by(1, taken))
  expect(await remindDue(bed)).toBe(0)
})

it('a returned paper is recalled to the candidate after three days, in daytime, three times at most', async () => {
  for (const days of [1, 3, 4, 6, 9, 12, 30]) { bed.now = NOON + days * DAY; await remindDue(bed) }
  const recalls = said().filter((html) => html.includes('әлі қайта жібермедіңіз'))
  expect(recalls).toHaveLength(3)
  expect(recalls[0]).toMatch(/26-0001[^]*Жеке басты куәландыратын/)
})

it('on the day before the exam the candidate hears when and where, once', async () => {
  bed.now = NOON
  const found = await sentCase(bed, { number: '26-0002', account: 888, applicant: 'i-exam', picture: bed.picture })
  await bed.store.save({ case: { ...found, secret: { ...found.secret, exam: { day: '2026-11-24', time: '10:00', place: 'Ақсу', lang: 'kk', at: 1 } } }, expected: found.revision, update: null })
  await remindDue(bed)
  await remindDue(bed)
  const heard = bed.messenger.said.filter(({ chat }) => chat === 888).map(({ message }) => message.html)
  expect(heard).toHaveLength(1)
  expect(heard[0]).toMatch(/емтихан ертең[^]*10:00[^]*Ақсу/)
})

it('a reminder that an outage kept back is given at the next look, and keeps nobody else waiting', async () => {
  bed.now = NOON
  const [one, two] = [await sentCase(bed, { number: '26-0003', account: 901, applicant: 'i-a', picture: bed.picture }), await sentCase(bed, { number: '26-0004', account: 902, applicant: 'i-b', picture: bed.picture })]
  for (const found of [one, two]) {
    await bed.store.save({ case: { ...found, secret: { ...found.secret, exam: { day: '2026-11-24', time: null, place: 'Ақсу', lang: 'kk', at: 1 } } }, expected: found.revision, update: null })
  }
  const heard = (): number[] => bed.messenger.said.map(({ chat }) => chat).filter((chat) => chat === 901 || chat === 902).sort()
  const { say } = bed.messenger
  bed.messenger.say = async (chat, ...rest) => { if (chat === 901) throw new Error('outage'); return say(chat, ...rest) }
  await remindDue(bed)
  expect(heard()).toEqual([902])
  bed.messenger.say = say
  await remindDue(bed)
  await remindDue(bed)
  expect(heard()).toEqual([901, 902])
})
