/** The system's time; days in the centre's own zone. */
export function systemClock(timeZone: string): { now(): number; today(): string } {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return { now: () => Date.now(), today: () => day.format(new Date()) }
}
