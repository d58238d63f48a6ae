import type { Page } from '../case/case.ts'
import { isOnePage, type IdKind } from './identity.ts'

/** Which side of a card is still wanted; `both` when nothing tells which one there is. */
export type MissingSide = 'front' | 'back' | null

/**
 * A card has its machine-readable lines on the back, a passport on its page with the photo. Where they were seen tells which
 * side is missing; the number of pages alone does where they were not. Pure.
 */
export function missingSide(pages: readonly Page[], kind: IdKind | undefined): MissingSide {
  if (pages.length === 0 || isOnePage(kind) || pages.some(({ zone }) => zone?.format === 'TD3')) return null
  if (pages.length === 1) return pages[0]?.zoned ? 'front' : 'back'
  return pages.every(({ zoned }) => zoned) ? 'front' : null
}
