/** An identifier for eyes that need not read all of it: the last four signs, the others as dots. */
export const masked = (value: string): string => `${'•'.repeat(Math.max(value.length - 4, 0))}${value.slice(-4)}`

/** An answer to the question about the IIN: a number is masked unless it is asked for, words ("none") stay. */
export const shownIin = (said: string | null, open = false): string | null => (said !== null && /^\d{12}$/.test(said) && !open ? masked(said) : said)
