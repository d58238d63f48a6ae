import { controlDigit } from '../../src/domain/reading/twelve-digits.ts'
import { checkDigit } from '../../src/media/zone/zone.ts'
import { makeRandom } from './random.ts'

/** A pretended person's zone, and what it says. */
export type Card = { lines: string[]; number: string; birth: string; expiry: string; iin: string; surname: string; given: string }

const SURNAMES = ['ALIMBAYEV', 'SEITKALIYEV', 'GABDULLIN', 'KURMANOV', 'OTEGENOV', 'IVANOV', 'PETROVA', 'SHEVCHENKO', 'BEKBOLATOVA', 'ZHUMABEKOV', 'NURLANQYZY']
const GIVEN = ['GABIT', 'NURLAN', 'ADILET', 'SERIK', 'UMIT', 'ASKAR', 'PYOTR', 'AIGUL', 'OLEG', 'ZHANAR', 'MARIYA']

/** A card's three lines (TD1) or a passport's two (TD3), all check digits right; invented, could coincide with real people. */
export function pretendCard(seed: number, format: 'TD1' | 'TD3' = 'TD1'): Card {
  const random = makeRandom(seed * 13 + 5)
  const digits = (count: number): string => Array.from({ length: count }, () => String(Math.floor(random.next() * 10))).join('')
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  const birth = { year: Math.floor(random.between(1962, 2004)), month: two(random.between(1, 13)), day: two(random.between(1, 29)) }
  const expiry = { year: Math.floor(random.between(2024, 2036)), month: two(random.between(1, 13)), day: two(random.between(1, 29)) }
  const male = random.next() < 0.5
  const short = (day: { year: number; month: string; day: string }): string => `${String(day.year).slice(2)}${day.month}${day.day}`
  const century = birth.year < 2000 ? (male ? 3 : 4) : male ? 5 : 6
  let iin = ''
  for (let serial = Math.floor(random.between(0, 9000)); iin === ''; serial++) {
    const eleven = `${short(birth)}${century}${String(serial).padStart(4, '0')}`
    const digit = controlDigit(eleven)
    if (digit !== undefined) iin = `${eleven}${digit}`
  }
  const number = format === 'TD1' ? digits(9) : `N${digits(8)}`
  const [surname, given] = [random.pick(SURNAMES), random.pick(GIVEN)]
  const filled = (text: string, length: number): string => text.padEnd(length, '<').slice(0, length)
  const dated = `${short(birth)}${checkDigit(short(birth))}${male ? 'M' : 'F'}${short(expiry)}${checkDigit(short(expiry))}`
  const said = { number, birth: `${birth.year}-${birth.month}-${birth.day}`, expiry: `${expiry.year}-${expiry.month}-${expiry.day}`, iin, surname, given }
  if (format === 'TD1') {
    const one = filled(`IDKAZ${number}${checkDigit(number)}${iin}`, 30)
    const middle = filled(`${dated}KAZ`, 29)
    const whole = checkDigit(one.slice(5) + middle.slice(0, 7) + middle.slice(8, 15) + middle.slice(18, 29))
    return { lines: [one, `${middle}${whole}`, filled(`${surname}<<${given}`, 30)], ...said }
  }
  const optional = filled(iin, 14)
  const body = `${number}${checkDigit(number)}KAZ${dated}${optional}${checkDigit(optional)}`
  const whole = checkDigit(body.slice(0, 10) + body.slice(13, 20) + body.slice(21, 43))
  return { lines: [filled(`P<KAZ${surname}<<${given}`, 44), `${body}${whole}`], ...said }
}
