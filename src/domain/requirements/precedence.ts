import type { Act } from './catalogue.ts'
import type { Entry, Level } from './entry.ts'

type Acts = ReadonlyMap<string, Act>

/** Whether the level stands on a professional standard. */
export const onStandard = (level: Pick<Level, 'sources'>, acts: Acts): boolean =>
  level.sources.some(({ act }) => acts.get(act)?.kind === 'standard')

/**
 * One level of each id: by the professional standard, and by the qualification requirements only where there is none
 * (law on qualifications, art. 1(9)). What gave way is kept as `instead`, to be shown.
 */
export function prevailing(levels: readonly Level[], acts: Acts): Level[] {
  return levels.filter((level) => !givesWay(level, levels, acts)).map((level) => {
    const instead = levels.filter((other) => other.id === level.id && givesWay(other, levels, acts)).flatMap((other) => other.sources)
    return instead.length ? { ...level, instead } : level
  })
}

const givesWay = (level: Level, levels: readonly Level[], acts: Acts): boolean =>
  !onStandard(level, acts) && levels.some((other) => other.id === level.id && onStandard(other, acts))

export const withPrecedence = (entry: Entry, acts: Acts): Entry => ({ ...entry, levels: prevailing(entry.levels, acts) })
