import { createHash } from 'node:crypto'
import type { Account } from '../../domain/case/account.ts'
import { type Case, type Consent, type Lang, newCase } from '../../domain/case/case.ts'
import { consentFull } from '../../domain/case/consent.ts'
import type { App } from '../app.ts'
import { takeBranch } from './branch-link.ts'

/** Raise it when the consent's words change in substance; the hash tells every other change. */
export const CONSENT_VERSION = '1'

/** What is kept as proof of consent: the version and hash of the text shown, language, time and account. */
export function consentOf(app: App, account: number, lang: Lang): Consent {
  const text = consentFull(app.words.in(lang), app.centre, lang)
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 32)
  return { version: CONSENT_VERSION, hash, lang, at: Math.floor(app.clock.now() / 1000), account, name: null, withdrawnAt: null }
}

/** Opens a case on the strength of a consent given just now; `profession` when the person came with one in mind. */
export async function begin(app: App, request: { account: Account; lang: Lang; update: number | null; profession: string | null; level?: string | null }): Promise<{ case: Case; account: Account }> {
  const { account, lang, profession } = request
  const at = app.clock.now()
  const consent = consentOf(app, account.id, lang)
  const fresh = newCase({ id: app.newId(8), account: account.id, lang, catalogue: app.catalogue.version, consent, at })
  fresh.branch = takeBranch(account.id)
  const chosen = profession !== null && app.catalogue.entries.has(profession) ? profession : null
  if (chosen) {
    const q = await app.store.keepWords(app.words.in(lang)('interview.profession.ask'))
    fresh.secret.answers['profession'] = { v: chosen, q, l: lang, at: Math.floor(at / 1000) }
    fresh.profession = chosen
    if (request.level && app.catalogue.entries.get(chosen)?.levels.some(({ id }) => id === request.level)) {
      const asked = await app.store.keepWords(app.words.in(lang)('interview.level.ask'))
      fresh.secret.answers['level'] = { v: request.level, q: asked, l: lang, at: Math.floor(at / 1000) }
      fresh.level = request.level
    }
  }
  // The words of the consent are kept under their hash, so that the proof can be read in ten years.
  await app.store.keepWords(consentFull(app.words.in(lang), app.centre, lang))
  const owner = { ...account, lang, current: fresh.id, cases: [...account.cases, fresh.id] }
  await app.store.create({ case: fresh, account: owner, update: request.update })
  return { case: fresh, account: owner }
}
