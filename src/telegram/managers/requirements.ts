import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { entryRowsOf, readProposal } from '../../app/updates/read-proposal.ts'
import { loadProposal, type Proposal, savePlanned, plannedProposals, saveProposal, takeProposal } from '../../app/updates/proposal.ts'
import { publishProposal, putOff, unplan } from '../../app/updates/publish.ts'
import { catalogueMenu, proposalScreen, versionsMenu } from '../../app/updates/screens.ts'
import { sheetWords } from '../../app/updates/sheet-words.ts'
import { templateRows } from '../../app/updates/write-rows.ts'
import { readDay } from '../../app/updates/read-cells.ts'
import { cutLines, escapeHtml } from '../../domain/case/phrase.ts'
import { answerPress, sayHere, showOn, threadOf } from '../review/show.ts'
import { ask, forget } from './asks.ts'
import { isInGroup, type Manager } from './for-manager.ts'

const MOST_BYTES = 2_000_000
const MOST_LINES = 25

async function inTemp<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'qujat-sheet-'))
  try {
    return await work(dir)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

const here = ({ desk, ctx }: Manager): { thread?: number } => {
  const thread = isInGroup(desk, ctx) ? threadOf(ctx) : null
  return thread === null ? {} : { thread }
}

/** Sends a text that is too long for a message as a file. */
async function sendText(manager: Manager, name: string, text: string): Promise<void> {
  await inTemp(async (dir) => {
    const file = path.join(dir, name)
    await writeFile(file, text)
    await manager.desk.messenger.sendFile(manager.ctx.chat?.id ?? 0, { path: file, name }, here(manager))
  })
}

/** The sheet filled with what is in force. */
async function sendTemplate(manager: Manager): Promise<void> {
  const { desk, lang } = manager
  const current = await desk.versions.current()
  const files = current && (await desk.versions.files(current.hash))
  if (!files) return void (await sayHere(manager.ctx, { html: manager.say('updates.refused.gone') }))
  const rows = templateRows([...entryRowsOf(desk.versions, files).values()], sheetWords(desk.words, lang))
  await inTemp(async (dir) => {
    const name = `qujat-requirements-${current?.n}.xlsx`
    const file = path.join(dir, name)
    await desk.writeSheet(file, 'Qujat', rows)
    await desk.messenger.sendFile(manager.ctx.chat?.id ?? 0, { path: file, name, caption: manager.say('updates.template') }, here(manager))
  })
}

async function show(manager: Manager, proposal: Proposal, on?: number): Promise<void> {
  const { whole, ...screen } = await proposalScreen(manager.desk, manager.lang, proposal)
  if (on === undefined || !(await showOn(manager.ctx, on, screen))) await sayHere(manager.ctx, screen)
  if (whole !== null && on === undefined) await sendText(manager, `${proposal.id}.txt`, whole)
}

async function propose(manager: Manager, files: Record<string, string | null>, more: Pick<Proposal, 'what' | 'of'>): Promise<void> {
  const { desk, id } = manager
  const proposal: Proposal = { id: desk.newId(8), by: id, at: desk.clock.now(), files, day: null, ...more }
  await saveProposal(desk, proposal)
  await show(manager, proposal)
}

export const isCatalogueFile = (name: string | undefined): boolean => /\.(xlsx|ya?ml)$/i.test(name ?? '')

/** A file of changed requirements: mistakes in plain words, or what it would change. */
export async function takeFile(manager: Manager): Promise<void> {
  const { desk, ctx, lang } = manager
  const document = ctx.message?.document
  if (!document) return
  if ((document.file_size ?? 0) > MOST_BYTES) return void (await sayHere(ctx, { html: manager.say('updates.tooLarge') }))
  const current = await desk.versions.current()
  const files = current && (await desk.versions.files(current.hash))
  if (!files) return void (await sayHere(ctx, { html: manager.say('updates.refused.gone') }))
  const read = await inTemp(async (dir) => {
    const file = path.join(dir, 'file')
    const got = await desk.messenger.download(document.file_id, file)
    return got.ok ? readProposal(desk, files, { path: file, name: document.file_name ?? '', lang }) : null
  })
  if (read === null) return void (await sayHere(ctx, { html: manager.say('updates.notFetched') }))
  if (read.ok) return propose(manager, read.files, { what: 'sent', of: null })
  const shown = read.lines.slice(0, MOST_LINES).map((line) => `• ${escapeHtml(line)}`).join('\n')
  await sayHere(ctx, { html: cutLines([manager.say('updates.mistakes', { count: read.lines.length }), shown, manager.say('updates.nothingApplied')].join('\n\n'), 4000) })
  if (read.lines.length > MOST_LINES) await sendText(manager, 'mistakes.txt', read.lines.join('\n'))
}

/** Version N laid over what is in force: the files that differ. */
async function rollback(manager: Manager, n: number): Promise<void> {
  const { desk } = manager
  const [record, current] = [(await desk.versions.list()).find((each) => each.n === n), await desk.versions.current()]
  const [then, now] = await Promise.all([record ? desk.versions.files(record.hash) : null, current ? desk.versions.files(current.hash) : null])
  if (!then || !now) return void (await sayHere(manager.ctx, { html: manager.say('updates.refused.gone') }))
  const differing = [...new Set([...then.keys(), ...now.keys()])].filter((name) => then.get(name) !== now.get(name))
  await propose(manager, Object.fromEntries(differing.map((name) => [name, then.get(name) ?? null])), { what: 'rollback', of: n })
}

async function publish(manager: Manager, id: string, base: number): Promise<void> {
  const { desk, ctx } = manager
  const message = ctx.callbackQuery?.message?.message_id
  const done = await publishProposal(desk, { id, base, by: manager.id })
  const proposal = !done.ok && done.reason === 'moved' ? await loadProposal(desk, id) : null
  if (proposal) {
    await sayHere(ctx, { html: manager.say('updates.refused.moved') })
    return show(manager, proposal)
  }
  const html = done.ok ? manager.say('updates.published', { version: done.record.n }) : manager.say(`updates.refused.${done.reason}`)
  if (message !== undefined && done.ok) await showOn(ctx, message, { html, buttons: [] })
  else await sayHere(ctx, { html })
}

async function drop(manager: Manager, id: string): Promise<void> {
  const { desk, ctx } = manager
  await savePlanned(desk, (await plannedProposals(desk)).filter((each) => each.id !== id))
  await takeProposal(desk, id)
  const message = ctx.callbackQuery?.message?.message_id
  if (message !== undefined) await showOn(ctx, message, { html: manager.say('updates.dropped'), buttons: [] })
}

async function showAgain(manager: Manager, proposal: Proposal | null): Promise<void> {
  if (proposal) await show(manager, proposal, manager.ctx.callbackQuery?.message?.message_id)
  else await sayHere(manager.ctx, { html: manager.say('updates.refused.gone') })
}

export async function requirementsMenu(manager: Manager): Promise<void> {
  await sayHere(manager.ctx, await catalogueMenu(manager.desk, manager.lang))
}

/** A press of `up:<action>:<id>:<more>`. */
export async function requirementPress(manager: Manager, [action = '', id = '', more = '']: string[]): Promise<void> {
  await answerPress(manager.ctx)
  const actions: Record<string, () => Promise<void>> = {
    tpl: () => sendTemplate(manager),
    vers: async () => void (await sayHere(manager.ctx, await versionsMenu(manager.desk, manager.lang))),
    back: () => rollback(manager, Number(id)),
    pub: () => publish(manager, id, Number(more)),
    day: () => ask(manager, { what: 'day', id, html: manager.say('updates.ask.day') }),
    drop: () => drop(manager, id),
    show: async () => showAgain(manager, await loadProposal(manager.desk, id)),
    unplan: async () => showAgain(manager, await unplan(manager.desk, id)),
  }
  await actions[action]?.()
}

/** The day to which a proposal is put off. */
export async function takeDay(manager: Manager, id: string): Promise<void> {
  const { desk, ctx } = manager
  const day = readDay(ctx.message?.text ?? '')
  if (!day.ok || day.value <= desk.clock.today()) return void (await sayHere(ctx, { html: manager.say('updates.ask.dayAgain') }))
  if (!(await putOff(desk, id, day.value))) return void (await sayHere(ctx, { html: manager.say('updates.refused.gone') }))
  await forget(manager)
  await sayHere(ctx, { html: manager.say('updates.putOff', { day: new Intl.DateTimeFormat(manager.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day.value)) }) })
}
