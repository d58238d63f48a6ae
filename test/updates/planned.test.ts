import { afterEach, beforeEach, expect, it } from 'vitest'
import { followCatalogue, seedCatalogue } from '../../src/app/updates/follow-catalogue.ts'
import { differenceOf, loadProposal, type Proposal, plannedProposals, saveProposal } from '../../src/app/updates/proposal.ts'
import { publishDue, publishProposal, putOff, unplan } from '../../src/app/updates/publish.ts'
import { rejudge } from '../../src/app/updates/rejudge.ts'
import { tellUpdate } from '../../src/app/updates/tell-update.ts'
import type { Case } from '../../src/domain/case/case.ts'
import { type DeskBed, makeDeskBed } from '../review/desk-bed.ts'
import { sentCase } from '../review/sent-case.ts'

let bed: DeskBed
beforeEach(async () => {
  bed = await makeDeskBed()
  await seedCatalogue(bed, bed.files)
})
afterEach(() => bed.end())

const WELDER = 'professions/electric-gas-welder.yaml'

/** The welder of the sixth grade needs two years from now on. */
function changed(months = 24): Record<string, string> {
  const text = bed.files.get(WELDER) ?? ''
  const at = text.lastIndexOf('experience: none')
  return { [WELDER]: `${text.slice(0, at)}experience: { state: demanded, ways: [{ months: ${months} }], text: { ru: опыт } }${text.slice(at + 'experience: none'.length)}` }
}

async function propose(files: Record<string, string | null>): Promise<Proposal> {
  const proposal: Proposal = { id: bed.newId(8), by: 77, at: bed.now, files, what: 'sent', of: null, day: null }
  await saveProposal(bed, proposal)
  return proposal
}

const ofOne = async (n: number, account = 501): Promise<Case> => {
  const found = await sentCase(bed, { number: `26-000${n}`, account, applicant: `i-${n}`, picture: bed.picture })
  await bed.store.save({ case: { ...found, status: 'collecting' }, expected: found.revision, update: null })
  return found
}
const judgeAll = async (version: number): Promise<void> => { while (await rejudge(bed, { version }) !== 'done'); }

it('put off to a day, it is published on that day in the daytime, by itself and once', async () => {
  const { id } = await propose(changed())
  expect(await putOff(bed, id, '2026-11-25')).toBe(true)
  expect(await publishProposal(bed, { id, base: 1, by: 77 })).toEqual({ ok: false, reason: 'gone' })
  await publishDue(bed)
  expect((await bed.versions.current())?.n).toBe(1)
  // Three in the morning of that day in Almaty, then ten.
  bed.now = Date.parse('2026-11-24T22:00:00Z')
  await publishDue(bed)
  expect((await bed.versions.current())?.n).toBe(1)
  bed.now = Date.parse('2026-11-25T05:00:00Z')
  await publishDue(bed)
  await publishDue(bed)
  expect((await bed.versions.list()).map(({ n, by }) => [n, by])).toEqual([[2, 77], [1, null]])
  expect(await plannedProposals(bed)).toEqual([])
  expect(bed.messenger.said.filter(({ chat }) => chat === 77)).toHaveLength(1)
})

it('a plan taken back can be published at once; what another manager published meanwhile is neither lost nor overlooked', async () => {
  const { id } = await propose(changed())
  await putOff(bed, id, '2026-12-25')
  expect((await unplan(bed, id))?.day).toBeNull()
  const other = await propose({ 'professions/slinger.yaml': (bed.files.get('professions/slinger.yaml') ?? '').replace('confirmedByCentreOn: null', 'confirmedByCentreOn: 2026-11-20') })
  expect(await publishProposal(bed, { id: other.id, base: 1, by: 78 })).toMatchObject({ ok: true, record: { n: 2 } })
  expect(await publishProposal(bed, { id, base: 1, by: 77 })).toEqual({ ok: false, reason: 'moved' })
  const proposal = await loadProposal(bed, id)
  const seen = proposal && (await differenceOf(bed, proposal))
  expect(seen?.ok && seen.changes.map((change) => 'entry' in change && change.entry.id)).toEqual(['electric-gas-welder'])
  expect(await publishProposal(bed, { id, base: 2, by: 77 })).toMatchObject({ ok: true, record: { n: 3 } })
  expect(bed.catalogue.entries.get('slinger')?.levels.some(({ confirmedByCentreOn }) => confirmedByCentreOn === '2026-11-20')).toBe(true)
})

it('a re-judging broken off in the middle goes on where it was; a person with two cases hears once, of both', async () => {
  const cases = [await ofOne(1), await ofOne(2), await ofOne(3, 502)]
  for (const account of [501, 502]) await bed.store.saveAccount({ ...(await bed.store.account(account))!, cases: cases.filter((each) => each.account === account).map(({ id }) => id) })
  const { id } = await propose(changed())
  await publishProposal(bed, { id, base: 1, by: 77 })
  const save = bed.store.save
  let saves = 0
  bed.store.save = async (request) => { if (++saves === 2) throw new Error('the power is gone'); return save(request) }
  await expect(rejudge(bed, { version: 2 })).rejects.toThrow('the power is gone')
  bed.store.save = save
  expect(await tellUpdate(bed, { case: 'a501', version: 2 })).toMatchObject({ again: expect.any(Number) })
  await judgeAll(2)
  await judgeAll(2)
  for (const found of cases) expect((await bed.store.load(found.id))?.secret.updates).toHaveLength(1)
  for (let twice = 0; twice < 2; twice++) for (const account of ['a501', 'a502']) expect(await tellUpdate(bed, { case: account, version: 2 })).toBe('done')
  const told = bed.messenger.said.filter(({ message }) => message.html.includes('Талаптар өзгерді'))
  expect(told.map(({ chat }) => chat)).toEqual([501, 502])
  expect(told[0]?.message.html).toContain('26-0001')
  expect(told[0]?.message.html).toContain('26-0002')
  expect(bed.asked.filter(({ kind }) => kind === 'rejudge')).toHaveLength(1)
})

it('a folder changed by the editor is taken over at the next start, and the trade that a manager changed stays as published', async () => {
  const { id } = await propose(changed())
  await publishProposal(bed, { id, base: 1, by: 77 })
  const slinger = (bed.files.get('professions/slinger.yaml') ?? '').replace('confirmedByCentreOn: null', 'confirmedByCentreOn: 2026-11-21')
  const folder = new Map(bed.files).set('professions/slinger.yaml', slinger).set(WELDER, (changed(60)[WELDER] ?? ''))
  await seedCatalogue(bed, folder)
  expect(await followCatalogue(bed)).toMatchObject({ n: 3, what: 'files' })
  const welder = bed.catalogue.entries.get('electric-gas-welder')?.levels.find(({ id: level }) => level === 'g6')
  expect(welder?.experience).toMatchObject({ ways: [{ months: 24 }] })
  expect(bed.logged.some((line) => line.includes('the managers'))).toBe(true)
  await seedCatalogue(bed, folder)
  expect((await bed.versions.current())?.n).toBe(3)
})
