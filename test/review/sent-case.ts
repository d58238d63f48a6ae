import type { App } from '../../src/app/app.ts'
import { newAccount } from '../../src/domain/case/account.ts'
import { type AnswerValue, type Case, newCase, type Upload } from '../../src/domain/case/case.ts'

export const AT = Date.parse('2026-11-20T05:00:00Z')
export const NAME = 'Сериков Серік Серікұлы'

const ANSWERS: Record<string, AnswerValue> = {
  profession: 'electric-gas-welder', level: 'g6', who: 'self', initiative: 'own', payer: 'self', name: NAME, consentName: 'yes',
  iin: '900101300017', birth: '1990-01-01', citizenship: 'kz', phone: '+77015556677', place: 'Ақсу қаласы', examLanguage: 'kk', needs: 'no',
  'edu.0.level': 'tve', 'edu.0.institution': 'Ақсу <колледжі>', 'edu.0.specialty': 'Дәнекерлеуші', 'edu.0.country': 'kz', 'edu.0.year': 2009,
  'edu.0.finished': 'yes', 'edu.0.more': 'no', jobs: 'no', earlier: 'no', summary: 'right',
  'missing.education': 'Диплом колледжде қалды', declaration: 'yes', safety: 'yes', send: 'yes',
}

const upload = (id: string, more: Partial<Upload>): Upload => ({
  id, item: 'identity', message: 10, batch: 'b', at: AT / 1000 - 60, fileId: '', uniqueId: id, kind: 'photo', size: 3, name: null, state: 'stored',
  refusal: null, round: 1, original: `original-${id}.jpg`, extension: 'jpg', sha256: 'ab', bytes: 3, overruled: false, removed: false,
  pages: [{ file: `page-${id}-1.jpg`, width: 1000, height: 1400, doubts: [], look: '', zoned: false, zone: null, corners: null, flat: false }], ...more,
})

export type Seed = { id?: string; number?: string; account?: number; answers?: Record<string, AnswerValue>; applicant?: string; picture: Uint8Array }

/** A welder's case as it stands right after the sending: identity is there, the diploma is missing with a reason. */
export async function sentCase(app: App, seed: Seed): Promise<Case> {
  const account = seed.account ?? 501
  const consent = { version: '1', hash: 'c0ffee', lang: 'kk' as const, at: AT / 1000 - 900, account, name: NAME, withdrawnAt: null }
  const found = newCase({ id: seed.id ?? app.newId(8), account, lang: 'kk', catalogue: app.catalogue.version, consent, at: AT - 900_000 })
  await app.store.create({ case: found, account: { ...newAccount(account), lang: 'kk', current: found.id, cases: [found.id] }, update: null })
  const uploads = [upload('aa', {}), upload('bb', { message: 11, overruled: true, pages: [{ file: 'page-bb-1.jpg', width: 1000, height: 1400, doubts: [{ reason: 'blurred', hard: true }], look: '', zoned: false, zone: null, corners: null, flat: false }] })]
  for (const each of uploads) {
    await app.vault.put(found.id, each.original ?? '', seed.picture)
    await app.vault.put(found.id, each.pages[0]?.file ?? '', seed.picture)
  }
  const q = await app.store.keepWords('Сол күнгі сұрақ?')
  const answers = Object.fromEntries(Object.entries({ ...ANSWERS, ...seed.answers }).map(([key, v]) => [key, { v, q, l: 'kk' as const, at: AT / 1000 - 600 }]))
  const sent: Case = {
    ...found, status: 'sent', number: seed.number ?? '26-0001', sentAt: AT, profession: 'electric-gas-welder', level: 'g6', revision: 1,
    applicant: seed.applicant ?? 'i-welder', secret: { ...found.secret, answers, uploads },
  }
  await app.store.save({ case: sent, expected: 0, update: null, audit: [{ who: 'candidate', what: 'sent.1' }] })
  return (await app.store.load(found.id)) as Case
}
