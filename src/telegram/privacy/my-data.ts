import { InputFile } from 'grammy'
import { caseData } from '../../domain/dossier/case-data.ts'
import { type App } from '../../app/app.ts'
import { eraseCase, withdraw } from '../../app/privacy/erase.ts'
import type { Outgoing } from '../../app/ports.ts'
import { cutLines } from '../../domain/case/phrase.ts'
import type { Case } from '../../domain/case/case.ts'
import { type Chat, updateOf } from '../context.ts'
import { ownCase } from '../current-case.ts'
import { factsText } from '../interview/summary-screen.ts'
import { menuScreen } from '../interview/menu-screens.ts'
import type { Press } from '../interview/presses.ts'
import { answerPress, say, showCase } from '../send.ts'

/** Everything kept about the applicant, and the ways to correct or erase it. */
export function myDataScreen(app: App, found: Case, muted = false): Outgoing {
  const t = app.words.in(found.lang)
  const files = found.secret.uploads.filter((each) => !each.removed).length
  return {
    html: cutLines([`<b>${t('privacy.title')}</b>`, factsText(app, found), t('privacy.files', { count: files }), t('privacy.rights')].filter((each) => each !== '').join('\n\n'), 4090),
    buttons: [
      [{ text: t('chat.editAnswers'), data: `e:${found.id}` }],
      [{ text: t('privacy.export'), data: `X:${found.id}` }],
      [{ text: t(muted ? 'notices.unmute' : 'notices.mute'), data: muted ? 'm:unmute' : 'm:mute' }],
      [{ text: t(found.number === null ? 'privacy.erase' : 'privacy.withdraw'), data: `E:${found.id}` }],
    ],
  }
}

const ask: Press = async (ctx, [id]) => {
  const found = await ownCase(ctx, id)
  if (!found) return false
  const sent = found.number !== null
  await say(ctx, {
    html: ctx.t(sent ? 'privacy.askWithdraw' : 'privacy.askErase'),
    buttons: [[{ text: ctx.t(sent ? 'privacy.withdrawYes' : 'privacy.eraseYes'), data: `F:${found.id}` }], [{ text: ctx.t('privacy.keep'), data: `s:${found.id}` }]],
  })
  await answerPress(ctx)
  return true
}

async function erased(ctx: Chat, found: Case): Promise<void> {
  ctx.account = await eraseCase(ctx.app, ctx.account, found.id)
  const screen = menuScreen(ctx.app, ctx.lang)
  await say(ctx, { ...screen, html: `${ctx.t('privacy.erased')}\n\n${screen.html}` })
}

/** At once before sending; afterwards a request to the centre with the law's clocks. */
const sure: Press = async (ctx, [id]) => {
  const found = await ownCase(ctx, id)
  if (!found) return false
  if (found.number === null) await erased(ctx, found)
  else {
    await withdraw(ctx.app, { id: found.id, update: updateOf(ctx) })
    await showCase(ctx, found, [ctx.t('privacy.withdrawn')])
  }
  await answerPress(ctx)
  return true
}

/** A copy of the answers and of what is kept, as a file any program can read. */
const copy: Press = async (ctx, [id]) => {
  const found = await ownCase(ctx, id)
  if (!found) return false
  const words = await ctx.app.store.words(Object.values(found.secret.answers).map((each) => each.q))
  const data = JSON.stringify(caseData(found, [], { words }), null, 2)
  await ctx.replyWithDocument(new InputFile(Buffer.from(data), 'qujat.json'), { caption: ctx.t('privacy.exported') })
  await answerPress(ctx)
  return true
}

export const privacyPresses: Record<string, Press> = { E: ask, F: sure, X: copy }
