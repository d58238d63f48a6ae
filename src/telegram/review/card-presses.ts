import { speakerOf } from '../../app/dossier/speaker.ts'
import { acceptAll, openPoints } from '../../app/review/accept.ts'
import { type Done, setStaffLang } from '../../app/review/desk.ts'
import { dossierAgain } from '../../app/review/dossier-again.ts'
import { postCard } from '../../app/review/post-card.ts'
import { giveBack, takeCase } from '../../app/review/take.ts'
import { LANGS } from '../../domain/case/case.ts'
import { type Call, refuse } from './call.ts'
import { giveNext } from './commands.ts'
import { answerPress } from './show.ts'

export type Act = (call: Call) => Promise<void>

/** The use case, then a line for the presser; the card itself follows by the effect. */
const deciding = (toast: string, decide: (call: Call) => Promise<Done>): Act => async (call) => {
  const done = await decide(call)
  if (done.ok) await answerPress(call.ctx, call.say(`review.toast.${toast}`))
  else await refuse(call, done)
}

/** "Accept all" in one press; over missing papers or doubts it says so first and wants a second one. */
async function accept(call: Call): Promise<void> {
  const points = await openPoints(call.desk, call.request, speakerOf(call.desk, call.lang))
  if (points.length > 0) return answerPress(call.ctx, call.say('review.refusal.open', { points: points.join('; ').slice(0, 110) }), true)
  return deciding('accepted', ({ desk, request }) => acceptAll(desk, request))(call)
}

/** Another case of the same applicant onto the card. */
async function show(call: Call): Promise<void> {
  await postCard(call.desk, { case: call.request.id, force: true })
  await answerPress(call.ctx)
}

/** From a case that is done to the next one, without looking for a place to type. */
async function next({ desk, ctx }: Call): Promise<void> {
  await giveNext(desk, ctx)
  await answerPress(ctx)
}

async function language(call: Call): Promise<void> {
  const lang = LANGS.find((each) => each === call.arg)
  if (lang) await setStaffLang(call.desk, lang)
  await answerPress(call.ctx, call.desk.words.in(lang ?? call.lang)('review.language.set'))
}

/** Buttons of the card. */
export const cardPresses: Record<string, Act> = {
  take: deciding('taken', ({ desk, request }) => takeCase(desk, request)),
  back: deciding('back', ({ desk, request }) => giveBack(desk, request)),
  accept,
  dossier: deciding('dossier', ({ desk, request }) => dossierAgain(desk, request)),
  show,
  next,
  lang: language,
}
