import type { Case, Upload } from '../../domain/case/case.ts'
import { isMovable, movedTo } from '../../domain/documents/arrange.ts'
import { kindInCaption } from '../../domain/documents/caption.ts'
import { homeless } from '../../domain/documents/standing.ts'
import { isOpen } from '../../domain/case/status.ts'
import { type App, judgedOf } from '../app.ts'
import { changeCase } from '../change.ts'
import type { Effect } from '../ports.ts'

/** A photo or file as Telegram tells it: nothing is fetched here, the handler keeps the id and ends. */
export type Incoming = {
  message: number
  /** The album, or the message itself. */
  batch: string
  fileId: string
  uniqueId: string
  kind: 'photo' | 'document'
  size: number | null
  name: string | null
  /** The words under it, which may name its paper; they are not kept. */
  caption: string | null
}

/** Telegram hands out files of at most 20 MB. */
export const MOST_BYTES = 20 * 1024 * 1024
const MOST_UPLOADS = 120

export type Received =
  | { ok: true; item: string | null; upload: string; again: boolean }
  | { ok: false; reason: 'closed' | 'too-large' | 'too-many' | 'interview' }

const newUpload = (app: App, found: Case, { caption: _words, ...incoming }: Incoming, item: string | null): Upload => ({
  ...incoming, id: app.newId(6), item, at: Math.floor(app.clock.now() / 1000), round: found.round, state: 'waiting', refusal: null,
  original: null, extension: null, sha256: null, bytes: null, pages: [], overruled: false, removed: false,
})

function refusal(found: Case, incoming: Incoming): Exclude<Received, { ok: true }>['reason'] | null {
  if (!isOpen(found.status)) return 'closed'
  if (incoming.size !== null && incoming.size > MOST_BYTES) return 'too-large'
  if (found.secret.uploads.filter((each) => !each.removed).length >= MOST_UPLOADS) return 'too-many'
  return null
}

/** The item that is open for pages, unless it was accepted or is gone from the checklist. */
function homeOf(app: App, found: Case): string | null {
  if (found.openItem === null || (found.status !== 'collecting' && found.status !== 'returned')) return null
  const standing = judgedOf(app, found).items.find(({ item }) => item.id === found.openItem)
  return standing && standing.state !== 'accepted' ? found.openItem : null
}

/** The paper that a caption names, if it is on the checklist and still open. */
function homeInCaption(app: App, found: Case, caption: string | null): string | null {
  const kind = caption === null ? null : kindInCaption(caption)
  if (kind === null || (found.status !== 'collecting' && found.status !== 'returned')) return null
  const named = judgedOf(app, found).items.find(({ item, state }) => item.kind === kind && item.uploadable && state !== 'accepted')
  return named?.item.id ?? null
}

/** The picture before it in the same album decides where there is no caption of its own: one album is mostly one paper. */
function homeOfBatch(found: Case, { batch, message }: Incoming): string | null {
  const others = found.secret.uploads.filter((each) => each.batch === batch && each.item !== null && !each.removed).sort((a, b) => a.message - b.message)
  return (others.findLast((each) => each.message < message) ?? others[0])?.item ?? null
}

/** A caption changed later gives a new home to its picture, and to those of the album that came there with it. */
function rehomed(app: App, found: Case, { known, incoming }: { known: Upload; incoming: Incoming }): Case | null {
  const item = homeInCaption(app, found, incoming.caption)
  if (item === null || item === known.item || !isMovable(found, known)) return null
  const moved = found.secret.uploads.filter((each) => each === known || (each.batch === known.batch && each.item === known.item && isMovable(found, each)))
  return { ...found, secret: { ...found.secret, uploads: movedTo(found, moved, item) } }
}

/** Records what was sent and what must follow; the download is a job's work. The same message twice is one upload. */
export const receive = (app: App, request: { id: string; update: number | null; incoming: Incoming }): Promise<{ case: Case; result: Received } | null> =>
  changeCase<Received>(app, request.id, request.update, (found) => {
    const { incoming } = request
    const known = found.secret.uploads.find((each) => each.message === incoming.message)
    if (known && known.uniqueId === incoming.uniqueId) {
      const save = rehomed(app, found, { known, incoming })
      const result = { ok: true, item: known.item, upload: known.id, again: true } as const
      return save ? { save, result, effects: [{ kind: 'receipt', case: found.id, batch: known.batch }] } : { save: null, result }
    }
    const reason = refusal(found, incoming)
    if (reason) return { save: null, result: { ok: false, reason } }
    const item = homeInCaption(app, found, incoming.caption) ?? known?.item ?? homeOfBatch(found, incoming) ?? homeOf(app, found)
    const upload = newUpload(app, found, incoming, item)
    // An edited message with another picture replaces what it brought before.
    const before = found.secret.uploads.map((each) => (each === known ? { ...each, removed: true } : each))
    const effects: Effect[] = [
      { kind: 'fetch', case: found.id, upload: upload.id },
      { kind: 'receipt', case: found.id, batch: incoming.batch },
    ]
    const save = { ...found, secret: { ...found.secret, uploads: [...before, upload] } }
    return { save, result: { ok: true, item, upload: upload.id, again: false }, effects }
  })

/** Opens an item for pages: photos sent from now on belong to it. */
export const openItem = (app: App, request: { id: string; update: number | null; item: string }): Promise<{ case: Case; result: boolean } | null> =>
  changeCase<boolean>(app, request.id, request.update, (found) => {
    const collecting = found.status === 'collecting' || found.status === 'returned'
    const known = judgedOf(app, found).items.some(({ item, state }) => item.id === request.item && item.uploadable && state !== 'accepted')
    if (!collecting || !known) return { save: null, result: false }
    return found.openItem === request.item ? { save: null, result: true } : { save: { ...found, openItem: request.item }, result: true }
  })

/** Back at the list no item is open: a photo sent now is asked which paper it is. */
export const closeItem = (app: App, request: { id: string; update: number | null }): Promise<{ case: Case; result: null } | null> =>
  changeCase<null>(app, request.id, request.update, (found) =>
    found.openItem === null ? { save: null, result: null } : { save: { ...found, openItem: null }, result: null })

/** Gives pages without a home this item as their home: one batch, or all of them. */
export const giveHome = (app: App, request: { id: string; update: number | null; item: string; batch: string | null }): Promise<{ case: Case; result: number } | null> =>
  changeCase<number>(app, request.id, request.update, (found) => {
    const { items } = judgedOf(app, found)
    const lost = homeless(found, items).filter((each) => request.batch === null || each.batch === request.batch)
    const known = items.some(({ item, state }) => item.id === request.item && item.uploadable && state !== 'accepted')
    if (lost.length === 0 || !known || !isOpen(found.status)) return { save: null, result: 0 }
    const uploads = found.secret.uploads.map((each) => (lost.includes(each) ? { ...each, item: request.item } : each))
    return { save: { ...found, secret: { ...found.secret, uploads } }, result: lost.length }
  })

/** "Send anyway": the candidate overrules every doubt about this item's pages; staff see it. */
export const overrule = (app: App, request: { id: string; update: number | null; item: string }): Promise<{ case: Case; result: boolean } | null> =>
  changeCase<boolean>(app, request.id, request.update, (found) => {
    if (!isOpen(found.status)) return { save: null, result: false }
    const uploads = found.secret.uploads.map((each) =>
      each.item === request.item && !each.overruled && each.pages.some((page) => page.doubts.length > 0) ? { ...each, overruled: true } : each)
    return { save: { ...found, secret: { ...found.secret, uploads } }, result: true, audit: [{ who: 'candidate', what: `overruled.${request.item}` }] }
  })

/** Takes one file away, named by its button; its bytes stay in the vault until the case is erased. */
export const removeUpload = (app: App, request: { id: string; update: number | null; upload: string }): Promise<{ case: Case; result: string | null } | null> =>
  changeCase<string | null>(app, request.id, request.update, (found) => {
    const named = found.secret.uploads.find((each) => each.id === request.upload)
    if (!isOpen(found.status) || !named || named.round !== found.round || (named.item !== null && found.items[named.item] === 'accepted')) return { save: null, result: null }
    if (named.removed) return { save: null, result: named.item }
    const uploads = found.secret.uploads.map((each) => (each === named ? { ...each, removed: true } : each))
    return { save: { ...found, secret: { ...found.secret, uploads } }, result: named.item }
  })
