const formats = new Map<string, Intl.DateTimeFormat>()

/** The day of a moment (epoch milliseconds) in a zone, as 'YYYY-MM-DD'. Making a format is dear: each zone's is kept. */
export function localDay(ms: number, timeZone: string): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, format)
  return format.format(ms)
}
