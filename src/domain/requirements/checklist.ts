import { isOnePage } from '../documents/identity.ts'
import { educationItems } from './checklist-education.ts'
import type { Entry, Level } from './entry.ts'
import { isVerified } from './entry.ts'
import type { Facts } from './facts.ts'
import { item, rules } from './item.ts'
import type { Item } from './item.ts'

export type { Item, ItemKind, Need } from './item.ts'

/** What this person brings for this level, in the order of the rules. Nothing is required without a verified clause. */
export function checklistFor({ level, facts }: { entry: Entry; level: Level; facts: Facts }): Item[] {
  return [
    item('application', 'required', 'why.application', { clause: rules('1'), uploadable: false }),
    ...identityItems(facts),
    ...educationItems(level, facts),
    workItem(level),
    ...earlierItems(facts),
    ...specialItems(level),
    ...optionalItems(facts),
  ]
}

// The rules glue identity onto the conditional education sub-item; read literally it would be conditional, surely not meant.
function identityItems(facts: Facts): Item[] {
  const onePage = isOnePage(facts.idKind)
  const reason = onePage ? 'why.identity-page' : facts.idKind === 'id-card' ? 'why.identity-card' : 'why.identity'
  const identity = item('identity', 'required', reason, { clause: rules(), pagesHint: onePage ? 1 : 2 })
  if (facts.citizenship !== 'kandas') return [identity]
  return [identity, item('kandas', 'required', 'why.kandas', { clause: rules(), pagesHint: 2 })]
}

/** The work record is due only where experience is demanded (rules, ch. 2, last paragraph). */
function workItem(level: Level): Item {
  const { experience } = level
  if (experience.state === 'none') return item('work', 'not-needed', 'why.work.none', { clause: rules() })
  if (experience.state === 'unread') return item('work', 'centre-decides', 'why.work.unread')
  if (!isVerified(level)) return item('work', 'centre-decides', 'why.work.unverified', { clause: experience.clause })
  return item('work', 'required', 'why.work.demanded', { clause: experience.clause })
}

function earlierItems(facts: Facts): Item[] {
  if (facts.earlier) return [item('earlier', 'required', 'why.earlier.has', { clause: rules('4') })]
  if (facts.earlier === false) return []
  return [item('earlier', 'optional', 'why.earlier.if-any', { clause: rules('4') })]
}

// A characteristic may name a paper for the work; the rules' list does not. Law art. 18: nothing else may be silently demanded.
function specialItems(level: Level): Item[] {
  const { special } = level
  if (special.state === 'none') return []
  if (special.state === 'unread') return [item('special', 'centre-decides', 'why.special.unread')]
  const more = { clause: special.clause, values: { text: special.text.ru ?? special.text.kk ?? '' } }
  if (special.ofCandidate && isVerified(level)) return [item('special', 'required', 'why.special.demanded', more)]
  return [item('special', 'centre-decides', 'why.special.named', more)]
}

function optionalItems(facts: Facts): Item[] {
  const foreign = facts.education.some((fact) => fact.country === 'other')
  return [
    ...(facts.initiative === 'employer' ? [item('referral', 'optional', 'why.referral')] : []),
    ...(facts.payer === 'voucher' ? [item('voucher', 'optional', 'why.voucher')] : []),
    item('name-change', 'optional', 'why.name-change'),
    ...(foreign ? [item('translation', 'optional', 'why.translation')] : []),
    item('other', 'optional', 'why.other'),
  ]
}
