import { oneScript, plainSpacing } from './normal.ts'
import { ok, refuse } from './outcome.ts'
import type { Outcome } from './outcome.ts'

/** A person's name as it will stand in the papers. */
export type PersonName = { full: string }

const longest = 120
const mostParts = 8

/** Parts of a patronymic written apart and small: Гасанов Али Вагиф оглы. */
const particles = new Set(['оглы', 'оғлы', 'углы', 'кызы', 'қызы', 'гызы', 'улы', 'ұлы', 'уулу'])

/** Reads a name; one part is enough, as some people have no other. Refusals: name.unreadable, digits, long. */
export function readName(text: string): Outcome<PersonName> {
  const plain = oneScript(plainSpacing(text.toWellFormed().normalize('NFC')))
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/\s*,\s*/g, ' ')
    .replace(/(?<=\p{L}) ?- ?(?=\p{L})/gu, '-')
    .trim()
  if ([...plain].length > longest) return refuse('name.long', { max: longest })
  if (/https?:|www\.|@|\/|\p{L}{2,}\.\p{L}{2,}/iu.test(plain)) return refuse('name.unreadable')
  if (/\p{N}/u.test(plain)) return refuse('name.digits')
  return isName(plain) ? ok({ full: plain.split(' ').map(capitalise).join(' ') }) : refuse('name.unreadable')
}

const men = /(?:ович|евич|ич|ұлы|улы|уулу|оглы|оғлы|угли|уғли)$/
const women = /(?:овна|евна|ична|инична|қызы|кызы|гызы|кизи)$/

/** What a patronymic says of the sex: «Серікұлы», «Болатовна», «Вагиф оглы»; undefined where the name has none. */
export function sexOfName(full: string): 'm' | 'f' | undefined {
  const last = full.toLowerCase().split(' ').slice(1).at(-1) ?? ''
  if (women.test(last)) return 'f'
  return men.test(last) ? 'm' : undefined
}

function isName(plain: string): boolean {
  const parts = plain.split(' ')
  const letters = plain.match(/\p{L}/gu)?.length ?? 0
  return letters >= 2 && parts.length <= mostParts && parts.every(part => /^\p{L}[\p{L}\p{M}'.-]*$/u.test(part))
}

/** Only a part typed without thought for capitals is changed; «МакКлауд» knows how he is spelt. */
function capitalise(part: string, index: number): string {
  const lower = part.toLowerCase()
  if (part !== lower && part !== part.toUpperCase()) return part
  if (index > 0 && particles.has(lower)) return lower
  return lower
    .replace(/(?:^|[-.])\p{L}/gu, start => start.toUpperCase())
    .replace(/^[A-Z]'[a-z]/, start => start.toUpperCase())
}
