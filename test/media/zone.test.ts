import { expect, test } from 'vitest'
import { look } from '../../src/media/eye/look.ts'
import { readZone } from '../../src/media/zone/read-zone.ts'
import { asSent, goodScene, photograph } from '../photos/camera.ts'
import { pretendCard } from '../photos/cards.ts'
import { SIZES } from '../photos/labelled.ts'
import { renderPage } from '../photos/render-page.ts'

const FIELDS = ['number', 'birth', 'expiry', 'iin'] as const
const TODAY = '2026-11-27'

// The hundred cards under six conditions are counted by the benchmark; here a few of each kind tell that the reader lives.
test.each([['TD1', 'id-back', 640], ['TD3', 'passport', 460]] as const)('a zone of %s is read from an ordinary photo, and nothing in it is invented', async (format, kind, dpi) => {
  let complete = 0
  for (let n = 1; n <= 4; n++) {
    const card = pretendCard(n, format)
    const shot = await photograph(await renderPage(kind, { seed: n, dpi, mrz: card.lines }), SIZES[kind], goodScene(n * 3 + 1))
    const { seen, zone } = readZone(await look(await asSent(shot.jpeg, 1280)), TODAY)
    expect(seen).toBe(true)
    for (const field of FIELDS) expect([undefined, card[field]]).toContain(zone?.[field])
    if (FIELDS.every((field) => zone?.[field] === card[field])) complete++
  }
  expect(complete).toBeGreaterThanOrEqual(3)
}, 60_000)

test('a digit that was changed is not believed: its check digit disagrees', async () => {
  const card = pretendCard(9)
  const spoilt = [...card.lines]
  spoilt[0] = spoilt[0]!.slice(0, 7) + String((Number(spoilt[0]![7]) + 1) % 10) + spoilt[0]!.slice(8)
  const shot = await photograph(await renderPage('id-back', { seed: 9, dpi: 640, mrz: spoilt }), SIZES['id-back'], goodScene(2))
  const { zone } = readZone(await look(await asSent(shot.jpeg, 2560)), TODAY)
  expect(zone?.number).toBeUndefined()
  expect(zone?.birth).toBe(card.birth)
}, 30_000)

test('a page of print has no zone', async () => {
  const shot = await photograph(await renderPage('diploma', { seed: 1, dpi: 220 }), SIZES.diploma, goodScene(1))
  expect(readZone(await look(await asSent(shot.jpeg, 1280)), TODAY)).toEqual({ seen: false, zone: null })
}, 30_000)
