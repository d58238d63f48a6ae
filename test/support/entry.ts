import { entryFileSchema } from '../../src/domain/requirements/entry-file.ts'

/** A trade with two grades, read in the source; invented. */
export const sampleEntry = entryFileSchema.parse({
  id: 'sample-welder', names: { kk: 'Дәнекерлеуші', ru: 'Сварщик', en: 'Welder' }, industry: 'general',
  levels: [{
    grades: [5, 6], confidence: 'verified', confirmedByCentreOn: null, education: 'none', experience: 'none', special: 'none',
    sources: [{ act: 'ETKS2', clause: '§ 51', readOn: '2026-11-22' }],
  }],
})
