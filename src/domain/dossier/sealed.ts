import { z } from 'zod'
import type { Case } from '../case/case.ts'

/** When a package was made: at the sending of a round, or at the final acceptance, in seconds since 1970. */
export type Sealing = { round: number; accepted?: number | undefined }

const mark = ({ round, accepted }: Sealing): string => (accepted === undefined ? String(round) : `${round}-accepted-${accepted}`)

/** The vault's names of a sealed package. */
export const sealedNames = {
  dossier: (sealing: Sealing) => `dossier-${mark(sealing)}.pdf`,
  /** Pages of identity documents, which the print version leaves out. */
  identity: (sealing: Sealing) => `identity-${mark(sealing)}.pdf`,
  application: (sealing: Sealing) => `application-${mark(sealing)}.pdf`,
  volume: (sealing: Sealing, n: number) => `dossier-${mark(sealing)}-${n}.zip`,
  /** Written last: while it is missing, the dossier is not sealed. */
  index: (sealing: Sealing) => `sealed-${mark(sealing)}.json`,
  /** Says that a message about this round went out, so that it is not sent twice. */
  told: (what: 'decision' | 'checklist' | 'update' | `news-${string}`, mark: number) => `told-${what}-${mark}.json`,
}

/** One file of the package: its name in the vault, the name people see, its checksum. */
const SealedFile = z.object({
  part: z.enum(['dossier', 'identity', 'application', 'volume']),
  name: z.string(),
  shown: z.string(),
  sha256: z.string(),
  size: z.number().int(),
})
export type SealedFile = z.infer<typeof SealedFile>

/** The package that stands for a case now: that of its acceptance, else that of its last sending. */
export const sealingOf = (found: Pick<Case, 'status' | 'round' | 'decidedAt'>): Sealing =>
  ({ round: found.round, ...((found.status === 'accepted' || found.status === 'closed') && found.decidedAt !== null ? { accepted: Math.floor(found.decidedAt / 1000) } : {}) })

export const SealedIndex = z.object({ number: z.string(), round: z.number().int(), issuedAt: z.string(), files: z.array(SealedFile),
  /** The originals are more than a chat can bear: they are not among the files. */
  beyond: z.boolean().optional() })
export type SealedIndex = z.infer<typeof SealedIndex>
