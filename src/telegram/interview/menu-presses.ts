import { begin } from '../../app/interview/begin.ts'
import { speak } from '../../app/interview/steer.ts'
import { type Case, Lang } from '../../domain/case/case.ts'
import { type Chat, updateOf } from '../context.ts'
import { currentCase } from '../current-case.ts'
import { answerPress, changeOrSay, say, settlePressed, showCase } from '../send.ts'
import { caseTitle } from '../status-screen.ts'
import { demandsScreen, gradesScreen, industryScreen, lookScreen } from './look-screens.ts'
import { centreScreen, consentFullScreen, consentScreen, languageScreen, menuScreen, refusedScreen } from './menu-screens.ts'
import type { Press } from './presses.ts'
import { setMuted } from './mute.ts'

/** The language changes at any moment; the place in the interview stays. */
const language: Press = async (ctx, [code]) => {
  const lang = Lang.safeParse(code)
  if (!lang.success) return false
  ctx.lang = lang.data
  ctx.t = ctx.app.words.in(lang.data)
  ctx.account = { ...ctx.account, lang: lang.data }
  await ctx.app.store.saveAccount(ctx.account)
  const { current } = ctx.account
  const done = current ? await speak(ctx.app, { id: current, update: null, lang: lang.data }) : null
  await settlePressed(ctx, `✓ ${ctx.t('chat.languageName')}`)
  if (done) await showCase(ctx, { ...done.case, lang: lang.data })
  else await say(ctx, menuScreen(ctx.app, lang.data, pending(ctx)))
  await answerPress(ctx)
  return true
}

/** A deep link's profession survives the choice of a language inside the button, so nothing is stored before consent. */
const pending = (ctx: Chat): { profession?: string } => {
  const [, , profession] = (ctx.callbackQuery?.data ?? '').split(':')
  return profession && ctx.app.catalogue.entries.has(profession) ? { profession } : {}
}

async function cases(ctx: Chat): Promise<void> {
  const buttons = []
  for (const id of ctx.account.cases.slice(-20)) {
    const found = await ctx.app.store.load(id)
    if (found?.account === ctx.account.id) buttons.push([{ text: `${caseTitle(ctx.app, { ...found, lang: ctx.lang })} — ${ctx.t(`chat.statusShort.${found.status}`)}`.slice(0, 60), data: `u:${id}` }])
  }
  await say(ctx, { html: ctx.t(buttons.length > 0 ? 'chat.yourCases' : 'chat.noCases'), buttons: [...buttons, [{ text: ctx.t('chat.menu.another'), data: 'm:begin' }]] })
}

const menu: Press = async (ctx, [what, ...wish]) => {
  const found = what === 'continue' ? await currentCase(ctx) : null
  if (found) await showCase(ctx, found)
  else if (what === 'look') await changeOrSay(ctx, lookScreen(ctx.app, ctx.lang))
  else if (what === 'number') await changeOrSay(ctx, { html: ctx.t('chat.number', { code: String(ctx.account.id) }), buttons: [[{ text: ctx.t('chat.menu.centre'), data: 'm:centre' }], [{ text: ctx.t('chat.menu.back'), data: 'm:menu' }]] })
  else if (what === 'centre') await changeOrSay(ctx, centreScreen(ctx.app, ctx.lang))
  else if (what === 'language') await say(ctx, languageScreen(ctx.app))
  else if (what === 'begin') await say(ctx, consentScreen(ctx.app, ctx.lang, wish.join(':') || null))
  else if (what === 'cases') await cases(ctx)
  else if (what === 'mute' || what === 'unmute') await setMuted(ctx, what === 'mute')
  else await changeOrSay(ctx, menuScreen(ctx.app, ctx.lang, { hasCase: ctx.account.current !== null }))
  await answerPress(ctx)
  return true
}

const YOUNG_MS = 60_000

/** The same press of consent again, under another update id: one case, not two. */
async function justBegun(ctx: Chat): Promise<Case | null> {
  const found = await currentCase(ctx)
  if (!found || found.status !== 'interview' || ctx.app.clock.now() - found.createdAt > YOUNG_MS) return null
  return Object.keys(found.secret.answers).every((key) => key === 'profession' || key === 'level') ? found : null
}

const consent: Press = async (ctx, [what, profession, level]) => {
  const wish = [profession, level].filter((each) => each !== undefined).join(':') || null
  if (what === 'full') await changeOrSay(ctx, consentFullScreen(ctx.app, ctx.lang, wish))
  else if (what === 'no') await changeOrSay(ctx, refusedScreen(ctx.app, ctx.lang))
  else if (what !== 'yes') return false
  else {
    const young = await justBegun(ctx)
    if (young) {
      await showCase(ctx, young)
      await answerPress(ctx)
      return true
    }
    const born = await begin(ctx.app, { account: ctx.account, lang: ctx.lang, update: updateOf(ctx), profession: profession ?? null, level: level ?? null })
    ctx.account = born.account
    await showCase(ctx, born.case, [ctx.t('consent.thanks')])
    await settlePressed(ctx, `✓ ${ctx.t('consent.agreed')}`)
  }
  await answerPress(ctx)
  return true
}

const look: Press = async (ctx, [id, level]) => {
  const entry = id ? ctx.app.catalogue.entries.get(id) : undefined
  const screen = entry && (level ? demandsScreen(ctx.app, ctx.lang, entry, level) : gradesScreen(ctx.app, ctx.lang, entry))
  await changeOrSay(ctx, screen ?? lookScreen(ctx.app, ctx.lang))
  await answerPress(ctx)
  return true
}

const industry: Press = async (ctx, [id, page]) => {
  await changeOrSay(ctx, industryScreen(ctx.app, ctx.lang, id ?? '', Number(page) || 0, { look: true }))
  await answerPress(ctx)
  return true
}

/** Buttons that need no case, by the head of their data. */
export const menuPresses: Record<string, Press> = { g: language, m: menu, c: consent, k: look, i: industry }
