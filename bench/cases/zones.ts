import { look } from '../../src/media/eye/look.ts'
import { readZone } from '../../src/media/zone/read-zone.ts'
import { asSent, goodScene, photograph } from '../../test/photos/camera.ts'
import { pretendCard } from '../../test/photos/cards.ts'
import { SIZES } from '../../test/photos/labelled.ts'
import { renderPage } from '../../test/photos/render-page.ts'

const CARDS = 100
const FIELDS = ['number', 'birth', 'expiry', 'iin'] as const
const CONDITIONS: Record<string, object> = {
  flat: { turn: 0, tilt: 0, fill: 0.92, blur: 0, slope: 0.02 }, near: { fill: 0.9 }, tilted: { fill: 0.7, tilt: 0.1, turn: 6 }, far: { fill: 0.43 }, soft: { blur: 0.14 }, dim: { light: 0.42, noise: 8 },
}

/** Identity cards under six conditions, as the platform hands photos on: how many zones are read, and how many values are wrong. */
export async function benchZones(): Promise<void> {
  let wrong = 0
  for (const [name, scene] of Object.entries(CONDITIONS)) {
    let [seen, complete] = [0, 0]
    for (let n = 1; n <= CARDS; n++) {
      const card = pretendCard(n)
      const shot = await photograph(await renderPage('id-back', { seed: n % 7, dpi: 640, mrz: card.lines }), SIZES['id-back'], { ...goodScene(n * 3), ...scene })
      const found = readZone(await look(await asSent(shot.jpeg, 1280)), '2026-11-27')
      if (found.seen) seen++
      if (FIELDS.every((field) => found.zone?.[field] === card[field])) complete++
      wrong += FIELDS.filter((field) => found.zone?.[field] !== undefined && found.zone[field] !== card[field]).length
    }
    console.log(`  ${name.padEnd(8)} ${CARDS} cards: lines seen ${seen}, all four fields right ${complete}`)
  }
  console.log(`  wrong values believed: ${wrong}   target 0   ${wrong === 0 ? 'ok' : 'OVER'}`)
}
