import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Case, Upload } from '../../domain/case/case.ts'
import type { Outgoing } from '../ports.ts'
import type { Fetching } from './fetch.ts'
import { receiptOf } from './receipt-text.ts'
import { verdictWords } from './verdict-words.ts'

/** Where the receipt of a batch stands, so that a later picture of the album changes it instead of sending another. */
const noteName = (id: string, batch: string): string => `receipt.${id}.${batch}`
/** Pictures of one album arrive within this time of each other. */
const ALBUM_QUIET_S = 1
/** After this a file still on its way is said to be so, and the receipt is changed as each one comes. */
const PATIENCE_S = 3
/** How often a chat's receipt is changed while files come: the platform allows a chat about one message a second. */
const PROGRESS_MS = 1500
/** Later pictures of an album come within minutes, not days. */
const RECEIPT_KEPT_S = 3600

/** Sends the receipt, or changes the one that was sent; nothing when it says the same already. */
async function tell(app: Fetching, { found, batch, message }: { found: Case; batch: string; message: Outgoing }): Promise<void> {
  const fact = noteName(found.id, batch)
  const hash = createHash('sha256').update(JSON.stringify(message)).digest('hex').slice(0, 12)
  const [known, said] = (await app.store.note(fact))?.split(' ') ?? []
  if (known && said === hash) return
  const sent = known ? await app.messenger.change(found.account, Number(known), message) : await app.messenger.say(found.account, message)
  const fresh = !sent.ok && known ? await app.messenger.say(found.account, message) : sent
  if (fresh.ok) await app.store.saveNote(fact, `${fresh.message} ${hash}`, RECEIPT_KEPT_S)
}

/** Doubts that can be seen on a small picture of the place. */
const SEEN = new Set(['blurred', 'shaken', 'small', 'glare', 'covered', 'cut', 'dark', 'bright', 'blank'])

/** The first page of a batch with a doubt that can be shown, and which number it has. */
function doubtful(uploads: readonly Upload[]) {
  const pages = uploads.filter(({ state }) => state === 'stored').flatMap((upload) => upload.pages.map((page) => ({ upload, page })))
  const at = pages.findIndex(({ upload, page }) => !upload.overruled && page.doubts.some(({ reason }) => SEEN.has(reason)))
  const one = pages[at]
  const reason = one?.page.doubts.find((doubt) => SEEN.has(doubt.reason))?.reason
  return one && reason ? { ...one, reason, number: at + 1 } : null
}

/** Shows the place where the doubt is seen, under the photo it is about: once for a batch, and after the verdict in words. */
async function showDoubt(app: Fetching, { found, batch, uploads }: { found: Case; batch: string; uploads: readonly Upload[] }): Promise<void> {
  const one = doubtful(uploads)
  const fact = `preview.${found.id}.${batch}`
  if (!one || (await app.store.note(fact)) !== null) return
  const t = app.words.in(found.lang)
  const dir = await mkdtemp(path.join(app.tempDir ?? os.tmpdir(), 'qujat-preview-'))
  try {
    const [from, to] = [path.join(dir, 'page.jpg'), path.join(dir, 'preview.jpg')]
    await app.vault.getToFile(found.id, one.page.file, from)
    if (!(await app.inspector.preview({ path: from, outFile: to, reason: one.reason }))) return
    const caption = `${t('documents.page', { number: one.number })} ${verdictWords(t, one.upload, { doubts: [{ reason: one.reason, hard: true }] }).join(' ')}`
    await app.messenger.sendPhoto(found.account, { path: to, caption, replyTo: one.upload.message })
    await app.store.saveNote(fact, '1', RECEIPT_KEPT_S)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

/**
 * The one answer to a photo or an album: said as soon as the vault has it, and changed in place while more of it comes.
 * Repeating it changes the same message. Answers how long to wait when pictures are still coming.
 */
export async function sendReceipt(app: Fetching, request: { case: string; batch: string }): Promise<'done' | { again: number }> {
  const found = await app.store.load(request.case)
  const uploads = found?.secret.uploads.filter((each) => each.batch === request.batch && !each.removed).sort((a, b) => a.message - b.message) ?? []
  const newest = Math.max(...uploads.map((each) => each.at))
  if (!found || uploads.length === 0) return 'done'
  const age = Math.floor(app.clock.now() / 1000) - newest
  const waiting = uploads.some((each) => each.state === 'waiting')
  if (waiting && age < PATIENCE_S) return { again: 400 }
  const isAlbum = request.batch !== String(uploads[0]?.message)
  if (!waiting && isAlbum && age <= ALBUM_QUIET_S) return { again: 700 }
  await tell(app, { found, batch: request.batch, message: receiptOf(app, found, uploads) })
  if (waiting) return { again: PROGRESS_MS }
  await showDoubt(app, { found, batch: request.batch, uploads })
  return 'done'
}
