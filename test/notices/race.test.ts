import { afterAll, beforeAll, expect, it } from 'vitest'
import { gatherRecipients } from '../../src/app/notices/gather.ts'
import type { Post } from '../../src/app/notices/post.ts'
import { changeRun, runAgain, startNotice } from '../../src/app/notices/run-notices.ts'
import { newNotice } from '../../src/domain/notices/notice.ts'
import { newId } from '../../src/lib/ids.ts'
import { SLICE } from '../../src/app/ports.ts'
import { type Bed, makeBed } from '../storage/bed.ts'
import { seedInto } from './crowd.ts'

const PEOPLE = 250
let bed: Bed
let post: Post
beforeAll(async () => {
  bed = await makeBed()
  await seedInto(bed, Array.from({ length: PEOPLE }, (_, n) => ({ account: 700_000 + n })), 'v')
  post = { ...bed, newId, offer: async () => {}, log: { info: () => {}, warn: () => {}, error: () => {} } } as unknown as Post
})
afterAll(() => bed.end())

it('confirmed twice at the same moment, while somebody counts: it begins once, and everybody is on its list once', async () => {
  const notice = { ...newNotice({ id: 'race', number: 1, by: 1, at: 1, fallback: 'ru' as const }), texts: { ru: { text: 'x', entities: [] } } }
  expect(await bed.notices.save(notice)).toBe(true)
  const [one, two] = await Promise.all([startNotice(post, notice, ['draft'], PEOPLE), startNotice(post, notice, ['draft'], PEOPLE), gatherRecipients(post, notice)])
  expect([one.ok, two.ok].sort()).toEqual([false, true])
  // Counting and confirming again change nothing of what has begun.
  await gatherRecipients(post, notice)
  expect(await startNotice(post, notice, ['draft'], PEOPLE)).toMatchObject({ ok: false, reason: 'late' })
  expect(await bed.notices.save({ ...notice, texts: {} })).toBe(false)
  const begun = (await bed.notices.load('race'))?.notice
  const slices = await Promise.all(Array.from({ length: Math.ceil(PEOPLE / SLICE) }, (_, n) => bed.notices.recipients(begun?.list ?? '', n)))
  expect(slices.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: PEOPLE }, (_, n) => 700_000 + n))
  expect(begun).toMatchObject({ total: PEOPLE, texts: { ru: { text: 'x' } } })
})

it('what is under way is not corrected or withdrawn before it is paused, stopped or done', async () => {
  const begun = (await bed.notices.load('race'))!.notice
  expect(await runAgain(post, begun, 'withdrawing')).toBe(false)
  expect(await changeRun(post, begun, 'stop')).toBe(true)
  expect(await changeRun(post, begun, 'resume')).toBe(false)
  expect(await runAgain(post, begun, 'withdrawing')).toBe(true)
  expect(await bed.notices.load('race')).toMatchObject({ state: 'withdrawing', notice: { run: 1 } })
})
