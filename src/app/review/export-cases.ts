import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Case } from '../../domain/case/case.ts'
import { shownIin } from '../../domain/dossier/masked.ts'
import type { RegisterRow } from '../../domain/review/register.ts'
import { localDay } from '../../lib/local-day.ts'
import { speakerOf, type Speaker } from '../dossier/speaker.ts'
import { answersSaid, tradeOf } from '../dossier/told.ts'
import type { Sent } from '../ports.ts'
import { type Desk, staffLang } from './desk.ts'

export const COLUMNS = ['number', 'status', 'name', 'iin', 'profession', 'level', 'language', 'begun', 'sent', 'decided', 'returned', 'reviewer'] as const
/** Cases opened at once: an export of thousands must not hold up who talks meanwhile. */
const AT_ONCE = 50

function rowOf(desk: Desk, speaker: Speaker, { found, row, open }: { found: Case; row: RegisterRow; open: boolean }): (string | number | null)[] {
  const said = answersSaid(desk, found, speaker)
  const day = (ms: number | null): string | null => (ms === null ? null : localDay(ms, desk.centre.timeZone))
  const trade = tradeOf(desk, found, speaker)
  return [
    found.number ?? found.id, speaker.say(`review.status.${found.status}`), said('name'), shownIin(said('iin'), open),
    trade.profession, trade.level, found.lang, day(found.createdAt), day(found.sentAt), day(found.decidedAt), row.returned.length, found.secret.reviewerName,
  ]
}

/** The answer to `/export`: every case that was sent, as an XLSX file into the manager's private chat. The IIN is masked unless asked for. */
export async function exportCases(desk: Desk, request: { manager: number; open: boolean }): Promise<Sent> {
  const speaker = speakerOf(desk, await staffLang(desk))
  const rows = (await desk.store.register()).filter(({ number }) => number !== null).sort((a, b) => (a.sentAt ?? 0) - (b.sentAt ?? 0))
  const lines: (string | number | null)[][] = [COLUMNS.map((each) => speaker.say(`review.export.${each}`))]
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const slice = rows.slice(at, at + AT_ONCE)
    const found = await Promise.all(slice.map(({ id }) => desk.store.load(id)))
    slice.forEach((row, n) => { const each = found[n]; if (each) lines.push(rowOf(desk, speaker, { found: each, row, open: request.open })) })
  }
  const dir = await mkdtemp(join(desk.tempDir ?? tmpdir(), 'export-'))
  try {
    const path = join(dir, 'cases.xlsx')
    await desk.writeSheet(path, speaker.say('review.export.sheet'), lines)
    const name = `qujat-${desk.clock.today()}.xlsx`
    return await desk.messenger.sendFile(request.manager, { path, name, caption: desk.words.in(speaker.lang)('review.export.caption', { count: lines.length - 1 }) }, { protect: true })
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
