import { followCatalogue, seedCatalogue } from '../../src/app/updates/follow-catalogue.ts'
import { rejudge } from '../../src/app/updates/rejudge.ts'
import { newAccount } from '../../src/domain/case/account.ts'
import { newCase } from '../../src/domain/case/case.ts'
import { makeDeskBed } from '../../test/review/desk-bed.ts'
import { sentCase } from '../../test/review/sent-case.ts'
import { report } from '../report.ts'

const CASES = 10_000
const AT_ONCE = 50
/** Every fifth case is touched by the update. */
const LEVELS = ['g6', 'g5', 'g5', 'g4', 'g4']

/** CPU of judging ten thousand open cases by a new version; what Redis itself spends is not in it. */
export async function benchRejudge(): Promise<void> {
  const bed = await makeDeskBed()
  try {
    await seedCatalogue(bed, bed.files)
    const model = await sentCase(bed, { number: '26-0001', picture: bed.picture })
    for (let at = 0; at < CASES; at += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, async (_, n) => {
        const account = 1_000_000 + at + n
        const born = newCase({ id: `b${(at + n).toString(36)}`, account, lang: 'kk', catalogue: bed.catalogue.version, consent: model.secret.consents[0]!, at: bed.now })
        await bed.store.create({ case: born, account: { ...newAccount(account), cases: [born.id] }, update: null })
        await bed.store.save({ case: { ...model, ...born, status: 'collecting', profession: model.profession, level: LEVELS[n % LEVELS.length] ?? 'g6', secret: { ...model.secret, answers: { ...model.secret.answers, level: { ...model.secret.answers['level']!, v: LEVELS[n % LEVELS.length] ?? 'g6' } } } }, expected: 0, update: null })
      }))
    }
    const name = 'professions/electric-gas-welder.yaml'
    const text = bed.files.get(name) ?? ''
    const at = text.lastIndexOf('experience: none')
    const files = new Map(bed.files).set(name, `${text.slice(0, at)}experience: { state: demanded, ways: [{ months: 24 }], text: { ru: 2 года } }${text.slice(at + 'experience: none'.length)}`)
    await bed.versions.publish({ n: 2, hash: await bed.versions.keep(files), at: bed.now, by: null, what: 'sent', of: null }, 1)
    await followCatalogue(bed)
    const before = process.cpuUsage()
    const started = performance.now()
    while (await rejudge(bed, { version: 2 }) !== 'done');
    const { user, system } = process.cpuUsage(before)
    report({ what: `${CASES} cases judged again, ${CASES / LEVELS.length} changed: CPU`, measured: (user + system) / 1e6, target: 10, unit: ' s' })
    report({ what: 'the same by the clock', measured: (performance.now() - started) / 1000, target: null, unit: ' s' })
    report({ what: 'messages asked for', measured: bed.asked.filter(({ kind }) => kind === 'update').length, target: null, unit: '' })
  } finally {
    await bed.end()
  }
}
