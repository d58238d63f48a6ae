import type { Entry, Level } from './entry.ts'

/** A grade or trade the catalogue does not know: nothing was read, so the centre decides; it never borrows a neighbour's demands. */
export const UNKNOWN_LEVEL: Level = {
  id: 'other', label: { kind: 'none' }, code: null, sources: [], confidence: 'name-only', confirmedByCentreOn: null,
  age: { state: 'unread' }, education: { state: 'unread' }, experience: { state: 'unread' }, special: { state: 'unread' }, conditions: null,
}

/** A trade in the person's own words. */
export const unknownEntry = (title: string): Entry => ({
  id: 'other', names: { kk: title, ru: title, en: title }, nameNotes: {}, byNames: [], industry: 'other', asks: [], levels: [UNKNOWN_LEVEL],
})
