import { findCases } from '../../src/app/review/find-cases.ts'
import { queueList } from '../../src/app/review/queue-list.ts'
import { statsList } from '../../src/app/review/stats-list.ts'
import { newAccount } from '../../src/domain/case/account.ts'
import { type Case, newCase } from '../../src/domain/case/case.ts'
import type { Status } from '../../src/domain/case/status.ts'
import { type DeskBed, makeDeskBed } from '../../test/review/desk-bed.ts'
import { sentCase } from '../../test/review/sent-case.ts'
import { median, report } from '../report.ts'

const CASES = 10_000
const AT_ONCE = 50
const ROUNDS = 11
const DAY_MS = 86_400_000
const STATUSES: Status[] = ['interview', 'collecting', 'sent', 'review', 'returned', 'accepted', 'accepted', 'closed']
const SURNAMES = ['Сериков', 'Әлімбаев', 'Иванов', 'Жұмабеков', 'Қуанышев', 'Петренко', 'Төлегенов', 'Нұрланов', 'Ким', 'Шәріпов', 'Оспанов', 'Бөкенов']
const NAMES = ['Серік', 'Айгүл', 'Пётр', 'Ерлан', 'Гүлнар', 'Мария', 'Бауыржан', 'Дана', 'Руслан', 'Жанар', 'Өмір']

/** One of the ten thousand: like the model, with a name, a state and days of its own. */
async function fill(bed: DeskBed, model: Case, n: number): Promise<void> {
  const account = 1_000_000 + n
  const born = newCase({ id: `b${n.toString(36)}`, account, lang: 'kk', catalogue: model.catalogue, consent: model.secret.consents[0]!, at: bed.now - 60 * DAY_MS })
  await bed.store.create({ case: born, account: newAccount(account), update: null })
  const status = STATUSES[n % STATUSES.length] ?? 'sent'
  const name = `${SURNAMES[n % SURNAMES.length]} ${NAMES[n % NAMES.length]} ${SURNAMES[(n >> 3) % SURNAMES.length]}ұлы`
  const answers = { ...model.secret.answers, name: { ...model.secret.answers['name']!, v: name } }
  const sentAt = bed.now - (n % 50) * DAY_MS
  const sent = status !== 'interview' && status !== 'collecting'
  await bed.store.save({
    case: {
      ...model, ...born, status, number: sent ? `26-${String(n + 10).padStart(5, '0')}` : null, sentAt: sent ? sentAt : null, decidedAt: status === 'accepted' ? sentAt + DAY_MS : null,
      profession: model.profession, level: model.level, applicant: `b-${n}`, reviewer: status === 'review' ? 1 : null, secret: { ...model.secret, answers },
    }, expected: 0, update: null,
  })
}

async function measure(what: string, target: number, run: () => Promise<unknown>): Promise<void> {
  const spent: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage()
    await run()
    const { user, system } = process.cpuUsage(before)
    spent.push((user + system) / 1000)
  }
  report({ what: `${what}, the first time`, measured: spent[0] ?? Number.NaN, target: null, unit: ' ms' })
  report({ what, measured: median(spent), target, unit: ' ms' })
}

/** CPU of the staff's lists over ten thousand cases; what Redis itself spends is not in it. */
export async function benchDesk(): Promise<void> {
  const bed = await makeDeskBed()
  try {
    const model = await sentCase(bed, { number: '26-0001', picture: bed.picture })
    for (let at = 0; at < CASES; at += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => fill(bed, model, at + n)))
    await measure('/queue', 50, () => queueList(bed))
    await measure('/queue all', 50, () => queueList(bed, { kind: 'all', page: 3, reviewer: 1 }))
    await measure('/stats', 50, () => statsList(bed))
    await measure('/find by a name', 200, () => findCases(bed, 'Alimbayev Aigul'))
    await measure('/find by a number', 200, () => findCases(bed, '26-00012'))
  } finally {
    await bed.end()
  }
}
