import { z } from 'zod'
import { Lang } from '../case/case.ts'
import type { Status } from '../case/status.ts'

/** Where a person's case stands, in the words of whoever writes to them. */
export const GROUPS = {
  collecting: ['interview', 'paused', 'collecting', 'sending'],
  staff: ['sent', 'review'],
  returned: ['returned'],
  accepted: ['accepted'],
  closed: ['closed'],
} as const satisfies Record<string, readonly Status[]>
export type Group = keyof typeof GROUPS
export const GROUP_NAMES = Object.keys(GROUPS) as [Group, ...Group[]]

/** An empty list is "all of them"; without groups everybody whose case is not closed. `list`: case numbers or account ids, then nothing else counts. */
export const audienceSchema = z.object({
  groups: z.array(z.enum(GROUP_NAMES)), professions: z.array(z.string()), levels: z.array(z.string()), langs: z.array(Lang), branches: z.array(z.string()), list: z.array(z.string()),
})
export type Audience = z.infer<typeof audienceSchema>

export type Addressed = { status: Status; number: string | null; account: number; profession: string | null; level: string | null; branch: string | null }

const within = (list: readonly string[], value: string | null): boolean => list.length === 0 || (value !== null && list.includes(value))

/** Whether a case belongs to the audience; its language is the account's and is looked at apart. Pure. */
export function isAddressed(audience: Audience, row: Addressed): boolean {
  if (row.status === 'erased') return false
  if (audience.list.length > 0) return audience.list.includes(row.number ?? '') || audience.list.includes(String(row.account))
  const groups = audience.groups.length > 0 ? audience.groups : GROUP_NAMES.filter((each) => each !== 'closed')
  return groups.some((group) => (GROUPS[group] as readonly string[]).includes(row.status))
    && within(audience.professions, row.profession) && within(audience.levels, row.level) && within(audience.branches, row.branch)
}

/** Whether the notice concerns the person's own case, so that "no notices" does not keep it back: papers that were returned, or people named one by one. */
export const isPersonal = ({ groups, list }: Audience): boolean => list.length > 0 || (groups.length === 1 && groups[0] === 'returned')
