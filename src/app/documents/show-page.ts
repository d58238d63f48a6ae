import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Case, Page } from '../../domain/case/case.ts'
import { flatFile, isMovable, type PlacedPage, placedPages } from '../../domain/documents/arrange.ts'
import { kindOfItem } from '../../domain/requirements/item.ts'
import type { App } from '../app.ts'
import type { Button, Translate } from '../ports.ts'
import type { Fetching } from './fetch.ts'
import { verdictWords } from './verdict-words.ts'

/** The page laid flat, made once and kept beside the original. False where the picture cannot be read. */
async function flatIn(app: Fetching, { found, page, from, to }: { found: Case; page: Page; from: string; to: string }): Promise<boolean> {
  if (!page.corners) return false
  if (await app.vault.has(found.id, flatFile(page))) {
    await app.vault.getToFile(found.id, flatFile(page), to)
    return true
  }
  if (!(await app.inspector.straighten({ path: from, outFile: to, corners: page.corners }))) return false
  await app.vault.put(found.id, flatFile(page), await readFile(to))
  return true
}

type Place = { all: PlacedPage[]; at: number; flat: boolean }

function turning(t: Translate, found: Case, { all, at }: Place): Button[] {
  const to = (other: PlacedPage | undefined, key: string): Button[] => (other ? [{ text: t(`documents.pages.${key}`), data: `P:${found.id}:${other.upload.id}:${other.index}` }] : [])
  return [...to(all[at - 1], 'before'), ...to(all[at + 1], 'after')]
}

function flatButtons(t: Translate, found: Case, { upload, page, index, flat }: PlacedPage & { flat: boolean }): Button[][] {
  if (!page.corners) return []
  const one = `${found.id}:${upload.id}:${index}`
  if (flat) return [[{ text: t('documents.pages.takeFlat'), data: `U:${one}:1` }], [{ text: t('documents.pages.keepPhoto'), data: `U:${one}:0` }]]
  return [[{ text: t('documents.pages.flat'), data: `S:${one}` }]]
}

/** What can be done with the page that is shown. */
function buttonsOf(app: App, found: Case, place: Place): Button[][] {
  const t = app.words.in(found.lang)
  const shown = place.all[place.at]!
  const { upload } = shown
  const mine = isMovable(found, upload)
  const first = place.all[0]?.upload === upload
  const button = (key: string, data: string): Button[] => [{ text: t(`documents.pages.${key}`), data }]
  if (place.flat && mine) return flatButtons(t, found, { ...shown, flat: true })
  return [
    turning(t, found, place),
    ...(mine ? [
      ...flatButtons(t, found, { ...shown, flat: place.flat }),
      ...(first ? [] : [button('earlier', `M:${found.id}:${upload.id}`)]),
      button('elsewhere', `W:${found.id}:${upload.id}`), button('remove', `r:${found.id}:${upload.id}`),
    ] : []),
    button('back', `f:${found.id}:${upload.item ?? ''}`),
  ].filter((row) => row.length > 0)
}

function captionOf(app: App, found: Case, { all, at, flat }: Place): string {
  const t = app.words.in(found.lang)
  const { upload, page, number } = all[at]!
  const head = `<b>${t(`requirements.item.${kindOfItem(upload.item ?? 'other')}.name`)}</b>, ${t('documents.pages.of', { number, count: all.length })}`
  const more = flat ? [t('documents.pages.flatHint')] : [...verdictWords(t, upload, page).map((words) => `⚠️ ${words}`), ...(page.flat ? [t('documents.pages.isFlat')] : [])]
  return [head, ...more].join('\n')
}

/** The job that shows a page to the candidate, as it was sent or laid flat, with what can be done with it. Repeating it shows it again. */
export async function showPage(app: Fetching, job: { case: string; upload: string; page: number; flat: boolean }): Promise<void> {
  const found = await app.store.load(job.case)
  const item = found?.secret.uploads.find((each) => each.id === job.upload)?.item
  if (!found || !item) return
  const all = placedPages(found, item)
  const at = all.findIndex(({ upload, index }) => upload.id === job.upload && index === job.page)
  const page = all[at]?.page
  if (!page) return
  const dir = await mkdtemp(path.join(app.tempDir ?? os.tmpdir(), 'qujat-page-'))
  try {
    const [from, to] = [path.join(dir, 'page.jpg'), path.join(dir, 'flat.jpg')]
    await app.vault.getToFile(found.id, page.file, from)
    const flat = job.flat && (await flatIn(app, { found, page, from, to }))
    const place = { all, at, flat }
    await app.messenger.sendPhoto(found.account, { path: flat ? to : from, caption: captionOf(app, found, place), buttons: buttonsOf(app, found, place) })
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
