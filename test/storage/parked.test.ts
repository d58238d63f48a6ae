import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeParked } from '../../src/storage/parked.ts'
import { makeBed, type Bed } from './bed.ts'

let bed: Bed
beforeAll(async () => { bed = await makeBed() })
afterAll(() => bed.end())

const HOUR = 3_600_000

test('an update put aside for a human is there for two days and not longer', async () => {
  const time = { now: 1_795_000_000_000 }
  const parked = makeParked({ vault: bed.vault, clock: { now: () => time.now, today: () => '2026-11-23' } })
  await parked.keep({ update_id: 7 }, { reference: 'ab12cd', code: 'TypeError' })
  time.now += 47 * HOUR
  await parked.keep({ update_id: 8 }, { reference: 'ef34gh', code: 'TypeError' })
  expect(await parked.purge()).toBe(0)
  const [name] = (await bed.vault.globals()).filter((each) => each.endsWith('-7.json'))
  expect(JSON.parse(String(await bed.vault.getGlobal(name ?? '')))).toEqual({ reference: 'ab12cd', code: 'TypeError', update: { update_id: 7 } })
  time.now += 2 * HOUR
  expect(await parked.purge()).toBe(1)
  expect((await bed.vault.globals()).filter((each) => each.startsWith('parked-'))).toEqual([expect.stringContaining('-8.json')])
})
