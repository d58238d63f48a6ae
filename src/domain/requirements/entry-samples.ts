import { entryFileSchema } from './entry-file.ts'
import type { Entry, Level } from './entry.ts'
import type { Facts } from './facts.ts'

/** For tests: an entry with one row, everything unsaid being demanded by nobody. */
export function sampleEntry(row: Record<string, unknown> = {}, more: Record<string, unknown> = {}): Entry {
  return entryFileSchema.parse({
    id: 'welder', names: { kk: 'Дәнекерлеуші', ru: 'Сварщик', en: 'Welder' }, industry: 'repair-welding',
    levels: [{
      grades: [6], confidence: 'verified', confirmedByCentreOn: null, education: 'none', experience: 'none', special: 'none',
      sources: [{ act: 'ETKS2', clause: '§ 52', readOn: '2026-11-22' }], ...row,
    }],
    ...more,
  })
}

export const sampleLevel = (row: Record<string, unknown> = {}): Level => sampleEntry(row).levels[0] as Level

export const vocational = { state: 'demanded', steps: ['tve', 'post-secondary'], text: { ru: 'ТиПО или послесреднее' } }

/** For tests: a grown-up with nothing told but what is given. */
export const person = (facts: Partial<Facts> = {}): Facts => ({ birth: '1990-05-15', education: [], jobs: [], ...facts })
