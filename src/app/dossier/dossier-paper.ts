import type { Case } from '../../domain/case/case.ts'
import { bundlesOf, type Bundle } from '../../domain/dossier/bundles.ts'
import type { Cell, PageGroup, Paper, Section } from '../../domain/dossier/paper.ts'
import type { Sealing } from '../../domain/dossier/sealed.ts'
import { staffNames } from '../../domain/dossier/staff-names.ts'
import { SECTIONS } from '../../domain/interview/question.ts'
import { type App, judgedOf } from '../app.ts'
import { checklistColumns, checklistRows } from './checklist-rows.ts'
import { coverFacts } from './cover-facts.ts'
import { decisionsSection, returnsOf } from './decisions.ts'
import { experienceTold } from './experience-told.ts'
import { historyLine } from './history.ts'
import { missingWithReasons } from './missing.ts'
import { inPaperLanguage, type Speaker } from './speaker.ts'
import { answersAsAsked, answersSaid, type Told } from './told.ts'

function answerSections(app: App, found: Case, speaker: Speaker, told: Told[]): Section[] {
  const worked = experienceTold(app, found, speaker)
  const total = worked && [speaker.say('dossier.total', { span: worked.total }), ...(worked.unproven ? [worked.unproven] : [])].join('\n')
  return SECTIONS.map((section) => ({ section, rows: told.filter((each) => each.section === section) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ section, rows }) => ({
      heading: speaker.say(`dossier.section.${section}`), ...(section === 'work' && total ? { intro: total } : {}),
      rows: rows.map((each) => ({ label: each.question, value: each.answer })),
    }))
}

function consentSection(found: Case, speaker: Speaker): Section {
  const table = found.secret.consents.map((each): Cell[] => [
    speaker.moment(each.at * 1000), { text: each.name ?? '—', note: `Telegram ${each.account}` }, speaker.say(`review.language.${each.lang}`),
    { text: each.version === 'guardian' ? speaker.say('dossier.guardianConsent') : speaker.say('dossier.consentVersion', { version: each.version }), note: each.hash },
    each.withdrawnAt === null ? '—' : speaker.moment(each.withdrawnAt * 1000),
  ])
  const columns = ['time', 'name', 'language', 'version', 'withdrawn'].map((each) => speaker.say(`dossier.column.${each}`))
  return { heading: speaker.say('dossier.consents'), intro: speaker.say('dossier.consentsIntro'), columns, table }
}

async function historySection(app: App, found: Case, { speaker, sealing }: { speaker: Speaker; sealing: Sealing }): Promise<Section> {
  const all = await app.store.audit(found.id)
  // Up to the sending or the acceptance: sealed an hour later, after somebody took the case, the paper is the same.
  const last = all.findLastIndex(({ what }) => what === `${sealing.accepted === undefined ? 'sent' : 'accepted'}.${sealing.round}`)
  const names = staffNames(found, all)
  const lines = (last < 0 ? all : all.slice(0, last + 1)).map((entry) => historyLine(speaker, entry, names))
  const columns = ['time', 'who', 'event'].map((each) => speaker.say(`dossier.column.${each}`))
  return { heading: speaker.say('dossier.history'), columns, table: lines.map(({ when, who, what }) => [when, who, what]) }
}

function groupOf(found: Case, speaker: Speaker, bundle: Bundle, files: ReadonlyMap<string, string>): PageGroup {
  const name = bundle.standing ? speaker.item(bundle.standing.item.kind) : speaker.say('dossier.unsorted')
  const clause = speaker.clause(bundle.standing?.item.clause ?? null)
  const note = [...(clause ? [clause] : []), ...returnsOf(found, bundle.id, speaker)].join('\n')
  const pages = bundle.uploads.flatMap((upload) => upload.pages.flatMap((page) => {
    const file = files.get(page.file)
    const caption = speaker.say('dossier.pageSent', { when: speaker.moment(upload.at * 1000), round: upload.round })
    return file === undefined ? [] : [{ file, caption }]
  }))
  return { heading: `${bundle.order}. ${name}`, ...(note ? { note } : {}), pages }
}

/** The banner of an incomplete dossier: each required paper that is missing, with the candidate's reason. */
function incompleteBanner(speaker: Speaker, missing: { item: string; reason: string }[]): Pick<Paper, 'incomplete'> {
  if (missing.length === 0) return {}
  return { incomplete: [speaker.say('dossier.incomplete'), ...missing.map(({ item, reason }) => `${item}: ${reason}`)].join('\n') }
}

/** Pages of identity documents are a part of their own, unless the profile names the law's exception. */
const isApart = (app: App, { standing }: Bundle): boolean => standing?.item.kind === 'identity' && app.centre.identityOnPaper === null

/** What the print version says instead of the pages it leaves out, or why it has them. */
function identitySection(app: App, bundles: Bundle[], speaker: Speaker): Section[] {
  const pages = bundles.filter(({ standing }) => standing?.item.kind === 'identity').flatMap(({ uploads }) => uploads.flatMap((upload) => upload.pages)).length
  if (pages === 0) return []
  const ground = app.centre.identityOnPaper
  const intro = ground === null ? speaker.say('dossier.identityApart', { pages }) : speaker.say(`dossier.identityOnPaper.${ground}`)
  return [{ heading: speaker.say('dossier.identityHeading'), intro }]
}

const instantOf = (found: Case, sealing: Sealing): string =>
  new Date(sealing.accepted === undefined ? found.sentAt ?? 0 : sealing.accepted * 1000).toISOString()

type Drawing = { found: Case; sealing: Sealing; files: ReadonlyMap<string, string> }

/** Cover, foot and number, which every part of the dossier has. */
function frame(app: App, { found, sealing }: Drawing, { speaker, lang }: { speaker: Speaker; lang: Paper['lang'] }): Pick<Paper, 'template' | 'lang' | 'number' | 'qr' | 'subtitle' | 'footer' | 'issuedAt' | 'pageWord'> {
  const number = found.number ?? found.id
  return {
    template: 'dossier', lang, number: `№ ${number}`, qr: number, subtitle: answersSaid(app, found, speaker)('name') ?? '—',
    footer: speaker.say('dossier.footer', { number, centre: app.centre.name[speaker.lang] }),
    issuedAt: instantOf(found, sealing), pageWord: speaker.say('dossier.pageWord'),
  }
}

async function drawDossier(app: App, drawing: Drawing, { speaker, lang }: { speaker: Speaker; lang: 'kk' | 'ru' }): Promise<Paper> {
  const { found, sealing, files } = drawing
  const { items } = judgedOf(app, found)
  const missing = missingWithReasons(app, found, speaker)
  const told = await answersAsAsked(app, found, speaker)
  const bundles = bundlesOf(found, items)
  return {
    ...frame(app, drawing, { speaker, lang }), title: speaker.say('dossier.title'), ...incompleteBanner(speaker, missing),
    facts: coverFacts(app, found, { speaker, sealing }), contents: speaker.say('dossier.contents'),
    sections: [
      ...answerSections(app, found, speaker, told),
      { heading: speaker.say('dossier.checklist'), columns: checklistColumns(speaker), table: checklistRows({ found, speaker, items, missing }) },
      ...decisionsSection(found, speaker), consentSection(found, speaker), await historySection(app, found, { speaker, sealing }), ...identitySection(app, bundles, speaker),
    ],
    groups: bundles.filter((bundle) => !isApart(app, bundle)).map((bundle) => groupOf(found, speaker, bundle, files)).filter(({ pages }) => pages.length > 0),
  }
}

/**
 * What the dossier contains, for the centre. `files`: a page's name in the vault → where its JPEG lies now.
 * The same case gives the same paper: its moment is that of the sending or the acceptance.
 */
export const dossierPaper = (app: App, drawing: Drawing): Promise<Paper> =>
  inPaperLanguage(app, drawing.found, (speaker, lang) => drawDossier(app, drawing, { speaker, lang }))

/** The part that is not for print: the pages of the identity document. Null when there are none, or when they are in the dossier. */
export async function identityPaper(app: App, drawing: Drawing): Promise<Paper | null> {
  const { found, files } = drawing
  const bundles = bundlesOf(found, judgedOf(app, found).items).filter((bundle) => isApart(app, bundle))
  if (bundles.length === 0) return null
  return inPaperLanguage(app, found, (speaker, lang) => ({
    ...frame(app, drawing, { speaker, lang }), title: speaker.say('dossier.identityTitle'), incomplete: speaker.say('dossier.identityNotPrinted'), facts: [], sections: [],
    groups: bundles.map((bundle) => groupOf(found, speaker, bundle, files)),
  }))
}
