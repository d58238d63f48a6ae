import type { Outcome } from './outcome.ts'
import { readTwelveDigits } from './twelve-digits.ts'

/**
 * Reads an employer's BIN: twelve digits with a control digit. The algorithm is the one commonly used for BIN,
 * the same as for the IIN; a sole trader, who has no BIN but his own IIN, therefore passes too.
 */
export function readBin(text: string): Outcome<string> {
  return readTwelveDigits(text, 'bin')
}
