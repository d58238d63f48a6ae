/** An identifier for eyes that need not read all of it: the last four signs, the others as dots. */
export const masked = (value: string): string => `${'•'.repeat(Math.max(value.length - 4, 0))}${value.slice(-4)}`
