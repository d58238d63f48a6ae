import { kindOfItem } from '../../domain/requirements/item.ts'
import type { Case, Upload } from '../../domain/case/case.ts'
import { plainText } from '../../domain/case/phrase.ts'
import { uploadsOf } from '../../domain/documents/standing.ts'
import { type App, judgedOf } from '../app.ts'
import type { Button, Messenger, Outgoing } from '../ports.ts'
import { cardButtons, cardLines } from './card-says.ts'

/** Where the receipt of a batch stands, so that a later picture of the album changes it instead of sending another. */
const noteName = (id: string, batch: string): string => `receipt.${id}.${batch}`
/** Pictures of one album arrive within this time of each other. */
const ALBUM_QUIET_S = 1
/** After this a file still on its way is said to be so, and the receipt is changed when it came. */
const PATIENCE_S = 20
/** Later pictures of an album come within minutes, not days. */
const RECEIPT_KEPT_S = 3600

function doubtLines(t: (key: string, values?: Record<string, string | number>) => string, uploads: Upload[]): string[] {
  return uploads.flatMap((upload, index) => {
    if (upload.state === 'refused') return [`⚠️ ${t('documents.page', { number: index + 1 })} ${t(`documents.refusal.${upload.refusal ?? 'broken'}`)}`]
    const reasons = [...new Set(upload.pages.flatMap((page) => page.doubts.map((doubt) => doubt.reason)))]
    return reasons.map((reason) => `⚠️ ${t('documents.page', { number: index + 1 })} ${t(`documents.doubt.${sizeOnly(reason, upload)}`)}`)
  })
}

const sizeOnly = (reason: string, upload: Upload): string => (reason === 'small' && upload.kind === 'document' ? 'smallFile' : reason)

function buttonsOf(app: App, found: Case, item: string | null, { doubtful, last }: { doubtful: boolean; last: string }): Button[][] {
  const t = app.words.in(found.lang)
  if (item === null) return []
  return [
    ...(doubtful ? [[{ text: t('documents.anyway'), data: `v:${found.id}:${item}` }]] : []),
    ...(item === 'identity' ? cardButtons(app, found) : []),
    [{ text: t('documents.removeLast'), data: `r:${found.id}:${last}` }],
    [{ text: t('documents.toList'), data: `l:${found.id}` }],
  ]
}

function homeButtons(app: App, found: Case, batch: string): Button[][] {
  const t = app.words.in(found.lang)
  const items = judgedOf(app, found).items.filter(({ item, state }) => item.uploadable && state !== 'accepted')
  return items.map(({ item }) => [{ text: plainText(t(`requirements.item.${item.kind}.name`)).slice(0, 60), data: `a:${found.id}:${item.id}:${batch}` }])
}

/** What the person hears of a batch: what came, what is doubted and what to do, where it belongs. */
export function receiptOf(app: App, found: Case, uploads: Upload[]): Outgoing {
  const t = app.words.in(found.lang)
  const stored = uploads.filter((each) => each.state === 'stored')
  const waiting = uploads.filter((each) => each.state === 'waiting').length
  const item = uploads.find((each) => each.item !== null)?.item ?? null
  const pages = stored.reduce((sum, each) => sum + each.pages.length, 0)
  const name = item ? t(`requirements.item.${kindOfItem(item)}.name`) : ''
  const all = item ? uploadsOf(found, item).reduce((sum, each) => sum + each.pages.length, 0) : pages
  const sides = item === 'identity' && pages > 0 ? cardLines(app, found) : []
  const well = pages > 0 && stored.every((each) => each.pages.every((page) => page.doubts.length === 0)) ? ` ${t('documents.readable')}` : ''
  const total = all > pages ? ` ${t('documents.total', { count: all })}` : ''
  const head = pages > 0 ? [t(item ? 'documents.received' : 'documents.receivedHomeless', { count: pages, item: plainText(name) }) + well + total, ...sides] : []
  const doubts = doubtLines(t, uploads)
  const hard = stored.some((each) => !each.overruled && each.pages.some((page) => page.doubts.length > 0))
  const html = [...head, ...doubts, ...(waiting > 0 ? [t('documents.onTheWay', { count: waiting })] : []), ...(pages > 0 && !item ? [t('documents.whichPaper', { count: pages })] : []), ...(pages > 0 && item && !hard ? [t('documents.sendMore')] : [])].join('\n\n')
  return { html, buttons: pages > 0 && !item ? homeButtons(app, found, uploads[0]?.batch ?? '') : buttonsOf(app, found, item, { doubtful: hard, last: uploads.at(-1)?.id ?? '' }) }
}

/**
 * The one answer to a photo or an album, sent when the vault has it. Repeating it changes the same message.
 * Answers how long to wait when pictures are still coming.
 */
export async function sendReceipt(app: App & { messenger: Messenger }, request: { case: string; batch: string }): Promise<'done' | { again: number }> {
  const found = await app.store.load(request.case)
  const uploads = found?.secret.uploads.filter((each) => each.batch === request.batch && !each.removed).sort((a, b) => a.message - b.message) ?? []
  const newest = Math.max(...uploads.map((each) => each.at))
  if (!found || uploads.length === 0) return 'done'
  const age = Math.floor(app.clock.now() / 1000) - newest
  const waiting = uploads.some((each) => each.state === 'waiting')
  if (waiting && age < PATIENCE_S) return { again: 400 }
  const isAlbum = request.batch !== String(uploads[0]?.message)
  if (isAlbum && age <= ALBUM_QUIET_S) return { again: 700 }
  const fact = noteName(found.id, request.batch)
  const message = receiptOf(app, found, uploads)
  const known = await app.store.note(fact)
  const sent = known ? await app.messenger.change(found.account, Number(known), message) : await app.messenger.say(found.account, message)
  const fresh = !sent.ok && known ? await app.messenger.say(found.account, message) : sent
  if (fresh.ok) await app.store.saveNote(fact, String(fresh.message), RECEIPT_KEPT_S)
  return waiting ? { again: 5000 } : 'done'
}
