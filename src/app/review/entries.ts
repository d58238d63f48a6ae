import type { Case } from '../../domain/case/case.ts'
import type { Status } from '../../domain/case/status.ts'
import { staffCode } from '../../domain/dossier/event.ts'
import { editDraft, newDraft } from '../../domain/review/edit-draft.ts'
import { type ExamLine } from '../../domain/review/exam-line.ts'
import { refuseDecision, refuseUnless, type Refusal } from '../../domain/review/permission.ts'
import type { Effect } from '../ports.ts'
import { changeCase } from '../change.ts'
import { type Desk, type Done, GONE, pressedBy, type Request } from './desk.ts'

/** What an entry changes, how the audit calls it, and what the candidate hears of it. */
type Entry = { save: Case; what: string; news?: Extract<Effect, { kind: 'news' }>['news'] }

type Rule = (found: Case, pressed: ReturnType<typeof pressedBy>) => Refusal | null

const WITH_NUMBER: readonly Status[] = ['sent', 'review', 'returned', 'accepted']

const seconds = (desk: Desk): number => Math.floor(desk.clock.now() / 1000)

/** Compare-and-set like every decision: the rule, the change, its audit line and its news in one transaction. */
async function enter(desk: Desk, request: Request, rule: Rule, change: (found: Case) => Entry): Promise<Done> {
  const done = await changeCase<Done>(desk, request.id, request.update, (found) => {
    const refusal = rule(found, pressedBy(request))
    if (refusal) return { save: null, result: refusal }
    const { save, what, news } = change(found)
    return {
      save, result: { ok: true }, audit: [{ who: staffCode(request.actor.id), what }],
      effects: [{ kind: 'card', case: found.id }, ...(news ? [{ kind: 'news' as const, case: found.id, news, at: seconds(desk) }] : [])],
    }
  })
  return done?.result ?? GONE
}

const withSecret = (found: Case, more: Partial<Case['secret']>): Case => ({ ...found, secret: { ...found.secret, ...more } })

/** The exam's day, place and language; age and expiry are judged by that day from here on. */
export const setExam = (desk: Desk, request: Request, exam: ExamLine): Promise<Done> =>
  enter(desk, request, refuseUnless(WITH_NUMBER), (found) => ({ save: withSecret(found, { exam: { ...exam, at: seconds(desk) } }), what: `exam.${exam.day}`, news: 'exam' }))

/** How the exam ended; `advice` for whoever did not pass. */
export const setResult = (desk: Desk, request: Request, result: { passed: boolean; advice: string | null }): Promise<Done> =>
  enter(desk, request, refuseUnless(['accepted']), (found) => ({
    save: withSecret(found, { result: { ...result, day: desk.clock.today(), at: seconds(desk) } }), what: result.passed ? 'passed' : 'not-passed', news: 'result',
  }))

/** The case ends without (or after) a result; the candidate hears why. */
export const closeCase = (desk: Desk, request: Request, reason: string): Promise<Done> =>
  enter(desk, request, refuseUnless(WITH_NUMBER), (found) => ({
    save: { ...withSecret(found, { closed: { reason, by: request.actor.name, at: seconds(desk) } }), status: 'closed', openItem: null }, what: 'closed', news: 'closed',
  }))

/** An item accepted before is looked at again; an accepted case comes back to whoever reopens it. */
export const reopenItem = (desk: Desk, request: Request, { item, reason }: { item: string; reason: string }): Promise<Done> =>
  enter(desk, request, (found, pressed) => (found.status === 'review' ? refuseDecision(found, pressed) : refuseUnless(['accepted'])(found, pressed)), (found) => {
    const { [item]: _accepted, ...items } = found.items
    const reopened = [...found.secret.reopened, { item, reason, by: request.actor.name, at: seconds(desk) }]
    return { save: { ...withSecret(found, { reopened, reviewerName: request.actor.name }), items, status: 'review', reviewer: request.actor.id }, what: `reopened.${item}`, news: 'reopened' }
  })

/** Decides for this one case what the catalogue leaves to the centre. */
export const settleItem = (desk: Desk, request: Request, settled: { item: string; need: 'required' | 'not-needed'; reason: string }): Promise<Done> =>
  enter(desk, request, refuseDecision, (found) => ({
    save: withSecret(found, { settled: [...found.secret.settled, { ...settled, by: request.actor.name, at: seconds(desk) }] }), what: `settled.${settled.item}`,
  }))

/** The identity document was seen in the original: accepted with that as its ground. */
export const originalSeen = (desk: Desk, request: Request): Promise<Done> =>
  enter(desk, request, refuseDecision, (found) => ({
    save: {
      ...withSecret(found, { decisions: [...found.secret.decisions, { item: 'identity', verdict: 'accepted', reason: 'original-seen', by: request.actor.name, at: seconds(desk), round: found.round }] }),
      items: { ...found.items, identity: 'accepted' },
    }, what: 'original-seen',
  }))

/** Asks this one person for a paper beside the list: it stands in the decision being prepared, and goes out with it. */
export async function askExtra(desk: Desk, request: Request, text: string): Promise<Done> {
  let id = ''
  const done = await enter(desk, request, refuseDecision, (found) => {
    id = `extra-${found.secret.extras.length + 1}`
    return { save: withSecret(found, { extras: [...found.secret.extras, { id, text, by: request.actor.name, at: seconds(desk) }] }), what: `extra.${id}` }
  })
  const found = done.ok ? await desk.store.load(request.id) : null
  if (!found) return done
  const kept = await desk.store.draft(found.id)
  const draft = kept?.round === found.round && kept.reviewer === request.actor.id ? kept : newDraft(found.round, request.actor.id)
  await desk.store.saveDraft(found.id, editDraft(editDraft(draft, { kind: 'item', item: id }), { kind: 'reason', reason: 'missing' }))
  return done
}

/** Gives the case to another account after staff have seen who asks: it leaves the old account's list. */
export async function moveCase(desk: Desk, request: Request, account: number): Promise<Done> {
  const before = await desk.store.load(request.id)
  const target = await desk.store.account(account)
  if (!before || !target) return GONE
  if (before.account === account) return { ok: true }
  // Into the new list first: broken off here, the case is in two lists and in nobody's way.
  await desk.store.saveAccount({ ...target, current: request.id, cases: [...new Set([...target.cases, request.id])] })
  const done = await enter(desk, request, refuseUnless(WITH_NUMBER), (found) => ({ save: { ...found, account }, what: `moved.${account}`, news: 'moved' }))
  const [loser, gone] = done.ok ? [before.account, request.id] : [account, request.id]
  const other = await desk.store.account(loser)
  if (other) await desk.store.saveAccount({ ...other, cases: other.cases.filter((each) => each !== gone), current: other.current === gone ? null : other.current })
  return done
}
