import { z } from 'zod'
import { changeCase } from '../change.ts'
import { type Desk, staffLang } from './desk.ts'
import { linkNote } from './send-links.ts'

const Linked = z.object({ case: z.string(), name: z.string(), shown: z.string(), reviewer: z.number().int() })

export type Link = {
  /** Words for the page that stands before the file: a program that only looks at a link must not use it up. */
  page(): Promise<{ text: string; button: string } | { over: string }>
  /** The file, once; the opening is in the audit before the first byte goes out. Null when the link is over. */
  open(): Promise<{ bytes: Uint8Array; name: string } | null>
}

/** A one-time link of the handover. */
export function openLink(desk: Desk, token: string): Link {
  const name = linkNote(token)
  return {
    async page() {
      const t = desk.words.in(await staffLang(desk))
      return (await desk.store.note(name)) ? { text: t('review.handover.linkPage'), button: t('review.handover.open') } : { over: t('review.handover.linkOver') }
    },
    async open() {
      const note = await desk.store.takeNote(name)
      if (!note) return null
      const linked = Linked.parse(JSON.parse(note))
      await changeCase(desk, linked.case, null, (found) => ({ save: found, result: null, quiet: true, audit: [{ who: `staff.${linked.reviewer}`, what: `opened.${linked.name}` }] }))
      return { bytes: await desk.vault.get(linked.case, linked.name), name: linked.shown }
    },
  }
}
