import { z } from 'zod'
import { Lang } from '../case/case.ts'
import { audienceSchema } from './audience.ts'

/** Telegram's own formatting, as the manager wrote it: kept and sent back untouched. */
const Entity = z.looseObject({ type: z.string(), offset: z.number().int(), length: z.number().int() })
export const NoticeText = z.object({ text: z.string(), entities: z.array(Entity) })
export type NoticeText = z.infer<typeof NoticeText>

const Label = z.object({ kk: z.string(), ru: z.string(), en: z.string() })
export const LinkButton = z.object({ label: Label, url: z.string() })
export type LinkButton = z.infer<typeof LinkButton>

/**
 * What a notice is doing. The table is the truth: a button pressed late cannot start what was stopped.
 * `sending`, `correcting` and `withdrawing` go over the recipients; each may pause.
 */
export const NOTICE_STATES = {
  draft: ['scheduled', 'sending', 'dropped'],
  scheduled: ['draft', 'sending', 'dropped'],
  sending: ['paused', 'stopped', 'done'],
  paused: ['sending', 'correcting', 'withdrawing', 'stopped'],
  stopped: ['correcting', 'withdrawing'],
  done: ['correcting', 'withdrawing'],
  correcting: ['paused', 'stopped', 'done'],
  withdrawing: ['paused', 'stopped', 'done'],
  dropped: [],
} as const satisfies Record<string, readonly string[]>
export type NoticeState = keyof typeof NOTICE_STATES
export const NOTICE_STATE_NAMES = Object.keys(NOTICE_STATES) as [NoticeState, ...NoticeState[]]
export const mayBecome = (from: NoticeState, to: NoticeState): boolean => (NOTICE_STATES[from] as readonly string[]).includes(to)
/** Every state from which the table leads there. */
export const statesBefore = (to: NoticeState): NoticeState[] => NOTICE_STATE_NAMES.filter((from) => mayBecome(from, to))

/** What goes over the recipients. A run is one passage; correcting twice is two runs. */
export const RUNS = ['sending', 'correcting', 'withdrawing'] as const
export type RunKind = (typeof RUNS)[number]
export const isRunning = (state: NoticeState): state is RunKind => (RUNS as readonly string[]).includes(state)

/** A message to an audience. Times are epoch milliseconds; `run` counts passages over the recipients, 0 is the sending. */
export const Notice = z.object({
  id: z.string(), number: z.number().int(), by: z.number().int(), at: z.number().int(),
  texts: z.partialRecord(Lang, NoticeText),
  /** For languages without a text of their own. */
  fallback: Lang,
  media: z.object({ kind: z.enum(['photo', 'document']), fileId: z.string() }).nullable(),
  links: z.array(LinkButton),
  audience: audienceSchema,
  urgent: z.boolean(),
  /** When it goes out; null: at once. */
  when: z.number().int().nullable(),
  /** Where its composer, later its progress, stands. */
  panel: z.object({ chat: z.number().int(), message: z.number().int() }).nullable(),
  /** The list of its recipients, once it has begun. */
  list: z.string().nullable(),
  run: z.number().int(), runKind: z.enum(RUNS), total: z.number().int(),
  startedAt: z.number().int().nullable(), endedAt: z.number().int().nullable(),
})
export type Notice = z.infer<typeof Notice>

export const newNotice = (seed: { id: string; number: number; by: number; at: number; fallback: Lang }): Notice => ({
  ...seed, texts: {}, media: null, links: [], audience: { groups: [], professions: [], levels: [], langs: [], branches: [], list: [] }, urgent: false, when: null, panel: null, list: null,
  run: 0, runKind: 'sending', total: 0, startedAt: null, endedAt: null,
})

/** What one recipient gets: in their language, or in the one chosen for lack of it; null when there is no text at all. */
export function textFor(notice: Pick<Notice, 'texts' | 'fallback'>, lang: Lang | null): NoticeText | null {
  return (lang === null ? undefined : notice.texts[lang]) ?? notice.texts[notice.fallback] ?? Object.values(notice.texts)[0] ?? null
}

const MOST_CAPTION = 1024
const MOST_TEXT = 4096

/** Why it cannot go out as it is; null when it can. */
export function unready(notice: Pick<Notice, 'texts' | 'media'>): 'empty' | 'long' | null {
  const texts = Object.values(notice.texts)
  if (texts.length === 0) return 'empty'
  return texts.some(({ text }) => text.length > (notice.media ? MOST_CAPTION : MOST_TEXT)) ? 'long' : null
}
