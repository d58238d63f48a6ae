import type { App } from '../app/app.ts'
import type { Translate } from '../app/ports.ts'
import type { Lang } from '../domain/case/case.ts'
import { citation } from '../domain/requirements/catalogue.ts'
import type { Clause } from '../domain/requirements/demand.ts'
import { isVerified, type Level } from '../domain/requirements/entry.ts'
import type { Item } from '../domain/requirements/item.ts'

type Dates = { readOn: string | null; confirmedOn: string | null }

/** "Read in the source on …" and "confirmed by the centre on …" are two states; both are shown. */
function datesText(t: Translate, { readOn, confirmedOn }: Dates): string {
  const read = readOn ? [t('chat.readOn', { day: readOn })] : []
  return [...read, confirmedOn ? t('chat.confirmedOn', { day: confirmedOn }) : t('chat.notConfirmed')].join('; ')
}

function datesOf(app: App, level: Level, clause: Clause): Dates {
  const source = level.sources.find((each) => each.act === clause.act)
  if (source) return { readOn: source.readOn, confirmedOn: level.confirmedByCentreOn }
  // A general act: who read it is on record, the centre confirms it with the level.
  return { readOn: app.catalogue.acts.get(clause.act)?.readOn ?? null, confirmedOn: level.confirmedByCentreOn }
}

/** The clause of an item with both its dates. HTML; empty without a clause. */
export function clauseOf(app: App, { item, level, lang }: { item: Item; level: Level; lang: Lang }): string {
  if (!item.clause) return ''
  const dates = datesOf(app, level, item.clause)
  const identity = item.kind === 'identity' && app.centre.identityConfirmed ? { ...dates, confirmedOn: app.centre.identityConfirmed } : dates
  return `<i>${citation(app.catalogue, item.clause, lang)} — ${datesText(app.words.in(lang), identity)}</i>`
}

/** Where a level is written, each source with its dates; and that the centre will say, where nobody has read it. HTML lines. */
export function sourceLines(app: App, level: Level, lang: Lang): string[] {
  const t = app.words.in(lang)
  const lines = level.sources.map((source) =>
    `${t('chat.source')} ${citation(app.catalogue, source, lang)} — ${datesText(t, { readOn: source.readOn, confirmedOn: level.confirmedByCentreOn })}`)
  return isVerified(level) ? lines : [...lines, t('chat.notRead')]
}
