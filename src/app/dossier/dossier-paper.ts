import type { Case } from '../../domain/case/case.ts'
import { bundlesOf, type Bundle } from '../../domain/dossier/bundles.ts'
import type { Cell, PageGroup, Paper, Section } from '../../domain/dossier/paper.ts'
import { staffNames } from '../../domain/dossier/staff-names.ts'
import { SECTIONS } from '../../domain/interview/question.ts'
import { type App, judgedOf } from '../app.ts'
import { checklistColumns, checklistRows } from './checklist-rows.ts'
import { coverFacts } from './cover-facts.ts'
import { decisionsSection, returnsOf } from './decisions.ts'
import { experienceTold } from './experience-told.ts'
import { historyLine } from './history.ts'
import { missingWithReasons } from './missing.ts'
import { paperLang, type Speaker, speakerOf } from './speaker.ts'
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

async function historySection(app: App, found: Case, speaker: Speaker): Promise<Section> {
  const all = await app.store.audit(found.id)
  // Up to the sending: sealed an hour later, after somebody took the case, the paper is the same.
  const sent = all.findLastIndex(({ what }) => what === `sent.${found.round}`)
  const names = staffNames(found, all)
  const lines = (sent < 0 ? all : all.slice(0, sent + 1)).map((entry) => historyLine(speaker, entry, names))
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

/**
 * What the dossier contains, for the centre. `pageFiles`: a page's name in the vault → where its JPEG lies now.
 * The same case gives the same paper: its moment is the sending.
 */
export async function dossierPaper(app: App, found: Case, pageFiles: ReadonlyMap<string, string>): Promise<Paper> {
  const speaker = speakerOf(app, paperLang(found))
  const { items } = judgedOf(app, found)
  const missing = missingWithReasons(app, found, speaker)
  const told = await answersAsAsked(app, found, speaker)
  const number = found.number ?? found.id
  return {
    template: 'dossier', lang: paperLang(found), title: speaker.say('dossier.title'), number: `№ ${number}`,
    subtitle: answersSaid(app, found, speaker)('name') ?? '—', ...incompleteBanner(speaker, missing),
    facts: coverFacts(app, found, speaker), contents: speaker.say('dossier.contents'),
    sections: [
      ...answerSections(app, found, speaker, told),
      { heading: speaker.say('dossier.checklist'), columns: checklistColumns(speaker), table: checklistRows({ found, speaker, items, missing }) },
      ...decisionsSection(found, speaker), consentSection(found, speaker), await historySection(app, found, speaker),
    ],
    groups: bundlesOf(found, items).map((bundle) => groupOf(found, speaker, bundle, pageFiles)).filter(({ pages }) => pages.length > 0),
    footer: speaker.say('dossier.footer', { number, centre: app.centre.name[speaker.lang] }),
    issuedAt: new Date(found.sentAt ?? 0).toISOString(), pageWord: speaker.say('dossier.pageWord'),
  }
}
