import type { Account } from '../../domain/case/account.ts'
import type { Case } from '../../domain/case/case.ts'
import type { App } from '../app.ts'
import { changeCase } from '../change.ts'

/** Erases a case that was never sent: record, key, files. Returns the account without it. */
export async function eraseCase(app: App, account: Account, id: string): Promise<Account> {
  await app.store.erase(id)
  const cases = account.cases.filter((each) => each !== id)
  const left = { ...account, cases, current: account.current === id ? (cases.at(-1) ?? null) : account.current }
  await app.store.saveAccount(left)
  return left
}

/** Consent withdrawn after sending: the centre stops within 15 working days or gives a reasoned refusal (personal data law, art. 8(7)). */
export const withdraw = (app: App, request: { id: string; update: number | null }): Promise<{ case: Case; result: null } | null> =>
  changeCase<null>(app, request.id, request.update, (found) => {
    const at = Math.floor(app.clock.now() / 1000)
    const consents = found.secret.consents.map((each) => (each.withdrawnAt === null ? { ...each, withdrawnAt: at } : each))
    return {
      save: { ...found, secret: { ...found.secret, consents } }, result: null,
      audit: [{ who: 'candidate', what: 'withdrawn' }], effects: [{ kind: 'card', case: found.id }],
    }
  })
