import type { SimulatedPerson } from '../../simulator/client.ts'
import type { TestProduct } from './product.ts'

/** A manager who reads Russian and has opened the private chat; `managers` is what the product was configured with. */
export async function managerOf({ sim }: TestProduct, managers: number[]): Promise<SimulatedPerson> {
  const one = await sim.person({ firstName: 'Басшы', language: 'ru', staff: 'member' })
  managers.push(one.id)
  await one.start('x')
  await one.presses(/Русский/)
  return one
}

const NOON = Date.parse('2026-11-30T07:00:00Z')

/** Noon in Almaty whatever the hour here, going on from there; `move` puts it forward. */
export function noonClock(): { now(): number; today(): string; move(ms: number): void } {
  let shift = NOON - Date.now()
  const now = (): number => Date.now() + shift
  return { now, today: () => new Date(now() + 5 * 3600_000).toISOString().slice(0, 10), move: (ms) => { shift += ms } }
}
