import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { dossierAgain } from '../../src/app/review/dossier-again.ts'
import { changeDraft, openDraft, showDraftOn } from '../../src/app/review/draft-return.ts'
import { draftScreen } from '../../src/app/review/draft-screen.ts'
import { recordGuardian } from '../../src/app/review/guardian.ts'
import { keepNote } from '../../src/app/review/keep-note.ts'
import { postCard } from '../../src/app/review/post-card.ts'
import { returnItems } from '../../src/app/review/return-items.ts'
import { giveBack, takeCase } from '../../src/app/review/take.ts'
import { tellDecision } from '../../src/app/review/tell-decision.ts'
import type { Case } from '../../src/domain/case/case.ts'
import { newCase } from '../../src/domain/case/case.ts'
import { newAccount } from '../../src/domain/case/account.ts'
import { by, type DeskBed, makeDeskBed } from './desk-bed.ts'
import { makeRecorder, STAFF } from './recorder.ts'
import { AT, sentCase } from './sent-case.ts'

let bed: DeskBed
let count = 0
beforeAll(async () => { bed = await makeDeskBed() })
afterAll(() => bed.end())
beforeEach(() => { bed.messenger = makeRecorder(); bed.asked.length = 0; count += 1 })

const fresh = (more: object = {}): Promise<Case> =>
  sentCase(bed, { number: `26-${String(count).padStart(4, '0')}`, applicant: `i-${count}`, picture: bed.picture, ...more })
const again = async (found: Case): Promise<Case> => (await bed.store.load(found.id)) as Case

async function prepared(found: Case) {
  await postCard(bed, { case: found.id })
  await takeCase(bed, by(1, found, 'Гүлнар'))
  const taken = await again(found)
  const drafted = await openDraft(bed, by(1, taken))
  if (!drafted.ok) throw new Error(drafted.reason)
  await showDraftOn(bed, drafted, 55)
  await changeDraft(bed, by(1, taken), { kind: 'item', item: 'identity' })
  await changeDraft(bed, by(1, taken), { kind: 'reason', reason: 'unreadable' })
  return taken
}

it('one paper goes back with its reason and a note; only that one reopens, in the candidate’s language', async () => {
  const found = await fresh()
  const taken = await prepared(found)
  const topic = (await bed.store.topic(found.applicant ?? ''))?.thread ?? 0
  const words = { actor: { id: 1, name: 'Гүлнар' }, thread: topic, repliedNumber: null, text: 'Артқы беті <анық> болсын' }
  expect(await keepNote(bed, words)).toBeNull()
  await changeDraft(bed, by(1, taken), { kind: 'ask', message: 60 })
  expect(await keepNote(bed, { ...words, actor: { id: 2, name: 'Ерлан' } })).toBeNull()
  expect(await keepNote(bed, { ...words, text: 'x'.repeat(1001) })).toBe('long')
  const noted = await keepNote(bed, words)
  expect(noted).toMatchObject({ ok: true, draft: { message: 55, asking: null } })
  if (noted === null || noted === 'long') throw new Error('no note')
  const screen = draftScreen(bed, 'ru', noted)
  expect(screen.html).toContain('↩ <b>Документ, удостоверяющий личность</b> — не читается')
  expect(screen.html).toContain('Артқы беті &lt;анық&gt; болсын')
  expect(await returnItems(bed, by(1, taken, 'Гүлнар'))).toEqual({ ok: true })
  expect(await again(found)).toMatchObject({ status: 'returned', round: 2, items: { identity: 'returned' }, openItem: null })
  await tellDecision(bed, { case: found.id, round: 1 })
  await tellDecision(bed, { case: found.id, round: 1 })
  const told = bed.messenger.said.filter(({ chat }) => chat === 501)
  expect(told).toHaveLength(1)
  expect(told[0]?.message.html).toContain('Мәтінін оқу мүмкін болмады. Күндізгі жарықта')
  expect(told[0]?.message.html).toContain('Артқы беті &lt;анық&gt; болсын')
  expect(told[0]?.message.html).not.toContain('Гүлнар')
  expect(told[0]?.message.buttons?.flat()).toEqual([
    { text: '↩️ Жеке басты куәландыратын құжат', data: `o:${found.id}:identity` }, { text: 'Тізбені ашу', data: `l:${found.id}` },
  ])
  await postCard(bed, { case: found.id })
  expect(bed.messenger.topics[0]?.icon).toBe('❗️')
})

it('a note typed as a reply finds its case in a group without topics', async () => {
  const found = await fresh()
  const taken = await prepared(found)
  await changeDraft(bed, by(1, taken), { kind: 'ask', message: 60 })
  expect(await keepNote(bed, { actor: { id: 1, name: 'Г' }, thread: null, repliedNumber: found.number, text: 'ok' })).toMatchObject({ ok: true })
})

it('a decision without a marked paper is not sent', async () => {
  const found = await fresh()
  const taken = await prepared(found)
  await changeDraft(bed, by(1, taken), { kind: 'item', item: 'identity' })
  expect(await returnItems(bed, by(1, taken))).toMatchObject({ ok: false, reason: 'nothing' })
})

it('a case given back takes its half-made decision with it', async () => {
  const found = await fresh()
  const taken = await prepared(found)
  await giveBack(bed, by(1, taken))
  expect(await bed.store.draft(found.id)).toBeNull()
})

it('a candidate who stopped the bot: the topic hears that the decision did not arrive', async () => {
  const found = await fresh()
  const taken = await prepared(found)
  await returnItems(bed, by(1, taken))
  bed.messenger.refuse.blocked.add(501)
  await tellDecision(bed, { case: found.id, round: 1 })
  expect(bed.messenger.said.at(-1)).toMatchObject({ chat: STAFF, message: { html: expect.stringContaining('кандидат остановил бота') } })
})

it('asking for the dossier again is recorded', async () => {
  const found = await fresh()
  await takeCase(bed, by(1, found))
  expect(await dossierAgain(bed, by(1, await again(found)))).toEqual({ ok: true })
  expect((await bed.store.audit(found.id)).at(-1)).toMatchObject({ who: 'staff.1', what: 'dossier-again.1' })
})

it('the representative’s consent of a person under 18 lets the interview go on, once', async () => {
  const consent = { version: '1', hash: 'h', lang: 'kk' as const, at: 1, account: 901, name: null, withdrawnAt: null }
  const young = { ...newCase({ id: 'young234', account: 901, lang: 'kk', catalogue: '1', consent, at: AT }), status: 'paused' as const }
  await bed.store.create({ case: young, account: { ...newAccount(901), cases: [young.id] }, update: null })
  const request = { key: 'young234', update: 77, actor: { id: 1, name: 'Гүлнар' } }
  expect(await recordGuardian(bed, request)).toEqual({ ok: true, told: true })
  expect((await bed.store.load(young.id))?.secret.consents.at(-1)).toMatchObject({ version: 'guardian', account: 1 })
  expect(await recordGuardian(bed, { ...request, update: 78 })).toEqual({ ok: false, reason: 'not-paused' })
  expect(await recordGuardian(bed, { ...request, key: '26-7777' })).toEqual({ ok: false, reason: 'gone' })
  expect(bed.messenger.said).toHaveLength(1)
})

it('nothing about a person goes into the log', () => {
  expect(bed.logged.join('\n')).not.toMatch(/Сериков|900101300017|5556677/)
})
