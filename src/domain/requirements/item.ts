import type { Clause } from './demand.ts'
import type { Values } from './standing-type.ts'

export const itemKinds = ['application', 'identity', 'kandas', 'education', 'education-recognition', 'work', 'earlier', 'special', 'referral', 'name-change', 'voucher', 'translation', 'other'] as const
export type ItemKind = (typeof itemKinds)[number]
export type Need = 'required' | 'optional' | 'not-needed' | 'centre-decides'

/** One kind of document. `id` is stable over versions: it fits callback data and a dossier's file names. */
export type Item = {
  id: string
  kind: ItemKind
  need: Need
  /** Why, a locale key of `requirements`. */
  reason: string
  values: Values
  clause: Clause | null
  /** False for the application, which Qujat fills itself. */
  uploadable: boolean
  /** How many pages such a document mostly has, where that is known. */
  pagesHint?: number
}

/** The list of chapter 2 of the rules of recognition, order No 374; its sub-items are its only list of papers. */
export const rules = (subItem?: string): Clause => ({ act: 'R374', clause: subItem ? `гл. 2, пп. ${subItem}` : 'гл. 2' })

export const item = (kind: ItemKind, need: Need, reason: string, more: Partial<Item> = {}): Item =>
  ({ id: kind, kind, need, reason, values: {}, clause: null, uploadable: true, ...more })

/** The kind behind an item's id; one id is shortened to fit callback data. */
export const kindOfItem = (id: string): ItemKind =>
  id === 'edu-recognition' ? 'education-recognition' : (itemKinds.find((kind) => kind === id) ?? 'other')
