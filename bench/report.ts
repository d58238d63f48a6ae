/** One line of the result: what is wanted, what was measured. */
export type Figure = { what: string; measured: number; target: number | null; unit: string }

export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const digits = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2))

/** Prints a figure; without a target it is there for comparison only. */
export function report({ what, measured, target, unit }: Figure): void {
  const verdict = target === null ? '' : `   target ≤ ${target}${unit}   ${measured <= target ? 'ok' : 'OVER'}`
  console.log(`  ${what.padEnd(58)} ${digits(measured)}${unit}${verdict}`)
}
