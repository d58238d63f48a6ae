import { z } from 'zod'
import { isUndecided } from '../../domain/case/status.ts'
import type { Catalogue } from '../../domain/requirements/catalogue.ts'
import { type CatalogueChange, diffCatalogues, touchedBy } from '../../domain/requirements/catalogue-diff.ts'
import type { CatalogueFiles, Mistake } from '../ports.ts'
import type { Desk } from '../review/desk.ts'
import { laidOver } from './laid-over.ts'
import { updateOf } from './rejudge.ts'

/** A change that somebody has sent and nobody has published yet; `null` takes a file away. `day`: put off until then. */
export const Proposal = z.object({
  id: z.string(), by: z.number().int(), at: z.number().int(), files: z.record(z.string(), z.string().nullable()),
  what: z.enum(['sent', 'rollback']), of: z.number().int().nullable(), day: z.string().nullable(),
})
export type Proposal = z.infer<typeof Proposal>

const KEPT_S = 30 * 86_400
const note = (id: string): string => `proposal.${id}`
/** Proposals put off lie with the global state in the vault: they must survive whatever happens until their day. */
const PLANNED = 'catalogue.planned'

export async function saveProposal(desk: Desk, proposal: Proposal): Promise<void> {
  await desk.store.saveNote(note(proposal.id), JSON.stringify(proposal), KEPT_S)
}

export async function loadProposal(desk: Desk, id: string): Promise<Proposal | null> {
  const kept = await desk.store.note(note(id))
  const planned = (await plannedProposals(desk)).find((each) => each.id === id)
  return planned ?? (kept === null ? null : Proposal.parse(JSON.parse(kept)))
}

/** Somebody took it: of two presses only one goes on. */
export const takeProposal = async (desk: Desk, id: string): Promise<boolean> => (await desk.store.takeNote(note(id))) !== null

export async function plannedProposals(desk: Desk): Promise<Proposal[]> {
  const kept = await desk.store.fact(PLANNED)
  return kept === null ? [] : z.array(Proposal).parse(JSON.parse(kept))
}

export const savePlanned = (desk: Desk, proposals: Proposal[]): Promise<void> => desk.store.saveFact(PLANNED, JSON.stringify(proposals))

/** What publishing it now would change in the catalogue; `base` is the version over which it lies. */
export type Difference = { base: number; files: CatalogueFiles; before: Catalogue; after: Catalogue; changes: CatalogueChange[] }

export async function differenceOf(desk: Desk, proposal: Pick<Proposal, 'files'>): Promise<({ ok: true } & Difference) | { ok: false; mistakes: Mistake[] }> {
  const current = await desk.versions.current()
  const inForce = current && (await desk.versions.files(current.hash))
  const before = current && (desk.live.of(current.hash) ?? (await desk.versions.catalogue(current.hash)))
  if (!current || !inForce || !before) throw new Error('there is no catalogue in force')
  const files = laidOver(inForce, proposal.files)
  const parsed = desk.versions.parse(files)
  if (!parsed.ok) return parsed
  return { ok: true, base: current.n, files, before, after: parsed.catalogue, changes: diffCatalogues(before, parsed.catalogue) }
}

const BREATH = 200

/** Open cases it touches, and people whose list would change: each is judged as the publishing would. */
export async function countTouched(desk: Desk, difference: Difference): Promise<{ cases: number; people: number }> {
  const touches = touchedBy(difference.changes)
  const rows = (await desk.store.register()).filter((row) => isUndecided(row.status) && touches(row))
  const people = new Set<number>()
  for (const [at, row] of rows.entries()) {
    const found = await desk.store.load(row.id)
    if (found && updateOf(desk, found, difference).changes.length > 0) people.add(found.account)
    if (at % BREATH === BREATH - 1) await new Promise((resolve) => { setImmediate(resolve) })
  }
  return { cases: rows.length, people: people.size }
}
