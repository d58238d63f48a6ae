/** An identifier for eyes that need not read all of it: the last four signs, the others as dots. */
export const masked = (value: string): string => `${'•'.repeat(Math.max(value.length - 4, 0))}${value.slice(-4)}`

/** A name short enough for a topic's title: the first word and initials of the others. */
export function shortName(full: string): string {
  const [first = '', ...others] = full.trim().split(/\s+/)
  return [first, ...others.map((each) => `${[...each][0] ?? ''}.`)].join(' ')
}
