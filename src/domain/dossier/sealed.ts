import { z } from 'zod'

/** The vault's names of a sealed round. */
export const sealedNames = {
  dossier: (round: number) => `dossier-${round}.pdf`,
  application: (round: number) => `application-${round}.pdf`,
  volume: (round: number, n: number) => `dossier-${round}-${n}.zip`,
  /** Written last: while it is missing, the dossier is not sealed. */
  index: (round: number) => `sealed-${round}.json`,
  /** Says that a message about this round went out, so that it is not sent twice. */
  told: (what: 'decision' | 'checklist', mark: number) => `told-${what}-${mark}.json`,
}

/** One file of the package: its name in the vault, the name people see, its checksum. */
const SealedFile = z.object({
  part: z.enum(['dossier', 'application', 'volume']),
  name: z.string(),
  shown: z.string(),
  sha256: z.string(),
  size: z.number().int(),
})
export type SealedFile = z.infer<typeof SealedFile>

export const SealedIndex = z.object({ number: z.string(), round: z.number().int(), issuedAt: z.string(), files: z.array(SealedFile) })
export type SealedIndex = z.infer<typeof SealedIndex>
