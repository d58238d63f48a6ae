const MINUTE_MS = 60_000

/** The system's time; days in the centre's own zone. */
export function systemClock(timeZone: string): { now(): number; today(): string } {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const known = { minute: -1, day: '' }
  return {
    now: () => Date.now(),
    // Asked several times an update; in every zone a new day begins with a new minute.
    today() {
      const minute = Math.floor(Date.now() / MINUTE_MS)
      if (minute !== known.minute) Object.assign(known, { minute, day: day.format(minute * MINUTE_MS) })
      return known.day
    },
  }
}
