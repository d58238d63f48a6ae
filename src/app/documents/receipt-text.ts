import type { Case, Upload } from '../../domain/case/case.ts'
import { plainText } from '../../domain/case/phrase.ts'
import { uploadsOf } from '../../domain/documents/standing.ts'
import { kindOfItem } from '../../domain/requirements/item.ts'
import { type App, judgedOf } from '../app.ts'
import type { Button, Outgoing } from '../ports.ts'
import { cardButtons, cardLines } from './card-says.ts'
import { verdictLines } from './verdict-words.ts'

const isDoubtful = (upload: Upload): boolean => !upload.overruled && upload.pages.some((page) => page.doubts.length > 0)
const countPages = (uploads: readonly Upload[]): number => uploads.reduce((sum, each) => sum + each.pages.length, 0)
const nameOf = (app: App, found: Case, item: string): string => plainText(app.words.in(found.lang)(`requirements.item.${kindOfItem(item)}.name`))

/** The papers that a batch belongs to, in the order they were named; without those that wait for a home. */
const itemsOf = (uploads: readonly Upload[]): string[] => [...new Set(uploads.flatMap(({ item }) => (item === null ? [] : [item])))]

function itemButtons(app: App, found: Case, uploads: readonly Upload[]): Button[][] {
  const t = app.words.in(found.lang)
  const items = itemsOf(uploads)
  const anyway = items.filter((item) => uploads.some((each) => each.item === item && isDoubtful(each)))
  const named = (key: string, item: string): string => (items.length > 1 ? `${t(key)}: ${nameOf(app, found, item)}`.slice(0, 60) : t(key))
  return [
    ...anyway.map((item): Button[] => [{ text: named('documents.anyway', item), data: `v:${found.id}:${item}` }]),
    ...(items.includes('identity') ? cardButtons(app, found) : []),
    ...(items.length === 1 && uploads.some(({ state }) => state === 'stored') ? [[{ text: t('documents.pages.open'), data: `f:${found.id}:${items[0] ?? ''}` }]] : []),
    ...(uploads.length > 0 ? [[{ text: t('documents.removeLast'), data: `r:${found.id}:${uploads.at(-1)?.id ?? ''}` }]] : []),
    [{ text: t('documents.toList'), data: `l:${found.id}` }],
  ]
}

function homeButtons(app: App, found: Case, batch: string): Button[][] {
  const items = judgedOf(app, found).items.filter(({ item, state }) => item.uploadable && state !== 'accepted')
  return items.map(({ item }) => [{ text: nameOf(app, found, item.id).slice(0, 60), data: `a:${found.id}:${item.id}:${batch}` }])
}

/** "Received", for one paper of the batch or for what waits for a home. */
function headOf(app: App, found: Case, { item, uploads, only }: { item: string | null; uploads: readonly Upload[]; only: boolean }): string[] {
  const t = app.words.in(found.lang)
  const pages = countPages(uploads)
  if (pages === 0) return []
  const all = item === null ? pages : countPages(uploadsOf(found, item))
  const well = only && uploads.every((each) => each.state === 'stored' && each.pages.every((page) => page.doubts.length === 0)) ? ` ${t('documents.readable')}` : ''
  const total = all > pages ? ` ${t('documents.total', { count: all })}` : ''
  const received = t(item === null ? 'documents.receivedHomeless' : 'documents.received', { count: pages, item: item === null ? '' : nameOf(app, found, item) })
  return [received + well + total, ...(item === 'identity' ? cardLines(app, found) : [])]
}

/** What the person hears of a batch: what came, what is doubted and what to do, where it belongs, what is still on its way. */
export function receiptOf(app: App, found: Case, uploads: Upload[]): Outgoing {
  const t = app.words.in(found.lang)
  const waiting = uploads.filter((each) => each.state === 'waiting').length
  const lost = uploads.filter((each) => each.item === null && each.state === 'stored')
  const homes = [...itemsOf(uploads), ...(lost.length > 0 ? [null] : [])]
  const heads = homes.flatMap((item) => headOf(app, found, { item, uploads: uploads.filter((each) => each.item === item), only: waiting === 0 && homes.length === 1 }))
  const homed = uploads.filter((each) => each.item !== null)
  const last = lost.length > 0
    ? [t('documents.whichPaper', { count: countPages(lost) })]
    : waiting === 0 && countPages(uploads) > 0 && !uploads.some(isDoubtful) ? [t('documents.sendMore')] : []
  const html = [...heads, ...verdictLines(t, uploads), ...(waiting > 0 ? [t('documents.onTheWay', { count: waiting })] : []), ...last].join('\n\n')
  const buttons = lost.length > 0 ? homeButtons(app, found, uploads[0]?.batch ?? '') : homed.length > 0 ? itemButtons(app, found, homed) : []
  return { html, buttons }
}
