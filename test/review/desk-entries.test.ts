import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { acceptAll } from '../../src/app/review/accept.ts'
import { judgedOf } from '../../src/app/app.ts'
import { openDraft } from '../../src/app/review/draft-return.ts'
import { askExtra, closeCase, moveCase, originalSeen, reopenItem, setExam, setResult, settleItem } from '../../src/app/review/entries.ts'
import { moreMenu } from '../../src/app/review/more-menu.ts'
import { returnItems } from '../../src/app/review/return-items.ts'
import { takeCase } from '../../src/app/review/take.ts'
import { tellDecision } from '../../src/app/review/tell-decision.ts'
import { tellNews } from '../../src/app/review/tell-news.ts'
import { newAccount } from '../../src/domain/case/account.ts'
import type { Case } from '../../src/domain/case/case.ts'
import { by, type DeskBed, makeDeskBed } from './desk-bed.ts'
import { makeRecorder } from './recorder.ts'
import { sentCase } from './sent-case.ts'

let bed: DeskBed
let count = 0
beforeAll(async () => { bed = await makeDeskBed() })
afterAll(() => bed.end())
beforeEach(() => { bed.messenger = makeRecorder(); bed.asked.length = 0; count += 1 })

const again = async (found: Case): Promise<Case> => (await bed.store.load(found.id)) as Case
async function taken(more: object = {}): Promise<Case> {
  const found = await sentCase(bed, { number: `26-${String(count).padStart(4, '0')}`, account: 600 + count, applicant: `e-${count}`, picture: bed.picture, ...more })
  await takeCase(bed, by(1, found, 'Гүлнар'))
  return again(found)
}
/** Runs what was asked for the candidate, and gives what they read. */
async function heard(found: Case): Promise<string[]> {
  for (const effect of bed.asked.filter((each) => each.kind === 'news')) if (effect.kind === 'news') await tellNews(bed, effect)
  return bed.messenger.said.filter(({ chat }) => chat === (found.account)).map(({ message }) => message.html)
}
const EXAM = { day: '2026-12-10', time: '14:00', place: 'Ақсу <Абай> 5', lang: 'kk' as const }

it('an exam\'s day is told once, with what to bring, and the age is judged by it', async () => {
  const found = await taken({ answers: { birth: '2008-12-05' } })
  expect(judgedOf(bed, found).standings.find(({ requirement }) => requirement === 'age')?.state).toBe('human')
  expect(await setExam(bed, by(2, found), EXAM)).toEqual({ ok: true })
  expect(judgedOf(bed, await again(found)).standings.find(({ requirement }) => requirement === 'age')?.state).toBe('meets')
  const said = await heard(found)
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(/Емтихан күні: 2026 ж\. 10 желтоқсан<\/b>, 14:00[^]*Ақсу &lt;Абай&gt; 5[^]*қазақша[^]*түпнұсқасын алып келіңіз/)
  expect(await heard(found)).toHaveLength(1)
  expect(await setExam(bed, by(2, found), EXAM)).toMatchObject({ ok: false, reason: 'stale' })
})

it('whoever did not pass hears the advice and the last day to appeal: five working days', async () => {
  const found = await taken()
  await acceptAll(bed, by(1, found))
  expect(await setResult(bed, by(1, await again(found)), { passed: false, advice: 'Дәнекерлеу жігін қайталау' })).toEqual({ ok: true })
  expect((await heard(found)).join()).toMatch(/өтпедіңіз[^]*Дәнекерлеу жігін[^]*соңғы күні: 2026 ж\. 30 қараша/)
})

it('a result before acceptance is refused', async () => {
  expect(await setResult(bed, by(1, await taken()), { passed: true, advice: null })).toMatchObject({ ok: false, reason: 'stale' })
})

it('a case closed says why, and is closed for good', async () => {
  const found = await taken()
  expect(await closeCase(bed, by(2, found, 'Ерлан'), 'Кандидат бас тартты')).toEqual({ ok: true })
  expect((await heard(found)).join()).toMatch(/жабылды[^]*Кандидат бас тартты/)
  expect((await moreMenu(bed, await again(found))).buttons).toEqual([])
  expect(await closeCase(bed, by(2, await again(found)), 'x')).toMatchObject({ ok: false, reason: 'stale' })
})

it('an accepted case is reopened for one paper, by whom and why on record, and accepted again', async () => {
  const found = await taken()
  await acceptAll(bed, by(1, found))
  const accepted = await again(found)
  expect((await moreMenu(bed, accepted)).buttons?.flat().some(({ text }) => text.startsWith('Пересмотреть'))).toBe(true)
  expect(await reopenItem(bed, by(2, accepted, 'Ерлан'), { item: 'identity', reason: 'Мерзімі өтіп кеткен' })).toEqual({ ok: true })
  const open = await again(found)
  expect(open).toMatchObject({ status: 'review', reviewer: 2 })
  expect(open.items['identity']).toBeUndefined()
  expect((await heard(found)).join()).toMatch(/қайта қарап жатырмыз[^]*Мерзімі өтіп кеткен/)
  expect(await acceptAll(bed, by(2, open))).toEqual({ ok: true })
  expect((await bed.store.audit(found.id)).map(({ what }) => what)).toContain('reopened.identity')
})

it('a paper left to the centre is settled for this case alone, with its reason', async () => {
  const found = await taken({ answers: { profession: 'not-there', professionText: 'Жаңа кәсіп' } })
  const open = judgedOf(bed, found).items.find(({ item }) => item.need === 'centre-decides')
  if (!open) throw new Error('nothing is left to the centre here')
  expect(await settleItem(bed, by(1, found), { item: open.item.id, need: 'required', reason: 'Тәжірибе керек' })).toEqual({ ok: true })
  const settled = judgedOf(bed, await again(found)).items.find(({ item }) => item.id === open.item.id)
  expect(settled?.item).toMatchObject({ need: 'required', reason: 'why.settled', values: { text: 'Тәжірибе керек' } })
  expect(await settleItem(bed, by(2, await again(found)), { item: open.item.id, need: 'not-needed', reason: 'x' })).toMatchObject({ reason: 'not-yours' })
})

it('identity seen in the original counts as accepted; what the rules demand cannot be settled away', async () => {
  const found = await taken()
  await settleItem(bed, by(1, found), { item: 'identity', need: 'not-needed', reason: 'x' })
  expect(judgedOf(bed, await again(found)).items.find(({ item }) => item.id === 'identity')?.item.need).toBe('required')
  expect(await originalSeen(bed, by(1, await again(found)))).toEqual({ ok: true })
  expect((await again(found)).items['identity']).toBe('accepted')
})

it('another paper is asked in the decision, in the centre\'s words, and has its place on the list', async () => {
  const found = await taken()
  expect(await askExtra(bed, by(1, found), 'Медициналық анықтама')).toEqual({ ok: true })
  const drafted = await openDraft(bed, by(1, await again(found)))
  expect(drafted.ok && drafted.draft.returns).toEqual({ 'extra-1': 'missing' })
  expect(await returnItems(bed, by(1, await again(found)))).toEqual({ ok: true })
  await tellDecision(bed, { case: found.id, round: 1 })
  expect(bed.messenger.said.at(-1)?.message.html).toContain('Орталық сұрайды: Медициналық анықтама')
  expect(judgedOf(bed, await again(found)).items.find(({ item }) => item.id === 'extra-1')).toMatchObject({ state: 'returned', item: { need: 'optional' } })
})

it('a case moves to another account; the old one no longer has it', async () => {
  const found = await taken()
  expect(await moveCase(bed, by(1, found), 99_999)).toMatchObject({ ok: false })
  await bed.store.saveAccount({ ...newAccount(700_000 + count), lang: 'kk' })
  expect(await moveCase(bed, by(1, found), 700_000 + count)).toEqual({ ok: true })
  expect(await again(found)).toMatchObject({ account: 700_000 + count })
  expect((await bed.store.account(found.account))?.cases).not.toContain(found.id)
  expect(await bed.store.account(700_000 + count)).toMatchObject({ current: found.id, cases: [found.id] })
  expect((await heard(await again(found))).join()).toContain('енді осы чатта')
})

it('news that did not arrive is said in the topic with its cause', async () => {
  const found = await taken()
  bed.messenger.refuse.blocked.add(found.account)
  await setExam(bed, by(1, found), EXAM)
  await heard(found)
  expect(bed.messenger.said.at(-1)?.message.html).toMatch(/не дошло до кандидата \(причина: 403\)/)
})
