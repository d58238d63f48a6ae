import { ok, refuse } from './outcome.ts'
import type { Outcome } from './outcome.ts'

/** Bounds in characters as a person counts them (code points), both inclusive. */
export type TextLimits = { min: number; max: number }

/**
 * Reads free text: trimmed, control and direction marks removed (they would disturb a log line or a PDF),
 * blanks and empty lines narrowed. Refusals: text.short, text.long.
 */
export function readText(text: string, { min, max }: TextLimits): Outcome<string> {
  const clean = text.toWellFormed().normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/[\p{Cc}--\n]|[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD]/gv, '')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  const count = [...clean].length
  if (count < min) return refuse('text.short', { min, count })
  return count > max ? refuse('text.long', { max, count }) : ok(clean)
}
