/** Full years on a day. Born on 29 February turns a year older on 1 March of common years. Days are `YYYY-MM-DD`. */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) >= birth.slice(5) ? years : years - 1
}

/** The first day on which the person is that old. */
export function turns(birth: string, years: number): string {
  const year = String(Number(birth.slice(0, 4)) + years).padStart(4, '0')
  const leap = new Date(`${year}-02-29T00:00:00Z`).getUTCMonth() === 1
  return birth.endsWith('-02-29') && !leap ? `${year}-03-01` : `${year}${birth.slice(4)}`
}
