import type { Case } from '../../domain/case/case.ts'
import { ownText } from '../../domain/centre/profile.ts'
import type { Paper, Row, Section } from '../../domain/dossier/paper.ts'
import { isSkipped } from '../../domain/interview/question.ts'
import { type App, judgedOf } from '../app.ts'
import { levelCitations } from './level-citations.ts'
import { inPaperLanguage, type Speaker, speakerOf } from './speaker.ts'
import { answersSaid, tradeOf } from './told.ts'

type Said = (key: string) => string | null

const field = (speaker: Speaker, key: string, value: string | null): Row =>
  // What Qujat does not ask is written by hand on the printed form.
  ({ label: speaker.say(`dossier.field.${key}`), value: value ?? '_'.repeat(28) })

/** Which document, its number; "by whom and when issued" is left to the pen. */
function identityOf(said: Said): string | null {
  const number = said('idNumber')
  return number === null ? null : [said('idKind'), `№ ${number}`].filter((each) => each !== null).join(', ')
}

function personRows(speaker: Speaker, said: Said): Row[] {
  const noIin = said('iin') !== null && !/^\d{12}$/.test(said('iin') ?? '')
  return [
    field(speaker, 'name', said('name')), field(speaker, 'iin', noIin ? null : said('iin')), field(speaker, 'birth', said('birth')),
    field(speaker, 'citizenship', said('citizenship')), field(speaker, 'identity', identityOf(said)), field(speaker, 'issued', null), field(speaker, 'address', said('place')),
    field(speaker, 'phone', said('phone')), field(speaker, 'email', null),
  ]
}

function soughtRows(app: App, found: Case, speaker: Speaker, said: Said): Row[] {
  const trade = tradeOf(app, found, speaker)
  const read = levelCitations(app, found, speaker)
  return [
    field(speaker, 'profession', trade.profession), { ...field(speaker, 'level', trade.level), ...(read ? { note: read } : {}) },
    field(speaker, 'skill', null), field(speaker, 'examLanguage', said('examLanguage')), field(speaker, 'needs', said('needsText') ?? said('needs')),
  ]
}

function basisRows(speaker: Speaker, said: Said): Row[] {
  const employer = [said('employerName'), said('employerBin')].filter((each) => each !== null).join(', ')
  return [
    field(speaker, 'initiative', said('initiative')), ...(employer ? [field(speaker, 'employer', employer)] : []),
    field(speaker, 'payer', said('payer')), ...(said('voucherDate') ? [field(speaker, 'voucherDate', said('voucherDate'))] : []),
  ]
}

/** Papers that go with the form: those that are there, with their pages. */
function attachments(app: App, found: Case, speaker: Speaker): Section {
  const there = judgedOf(app, found).items.filter(({ item, uploads }) => item.uploadable && uploads.length > 0)
  const bullets = there.map(({ item, pages }) => speaker.say('dossier.attached', { item: speaker.item(item.kind), count: pages }))
  return { heading: speaker.say('dossier.attachments'), ...(bullets.length > 0 ? { bullets } : { intro: speaker.say('dossier.nothingAttached') }) }
}

function consent(found: Case, speaker: Speaker): Section {
  const given = found.secret.consents[0]
  const intro = speaker.say('dossier.applicationConsent', { when: given ? speaker.moment(given.at * 1000) : '—' })
  return { heading: speaker.say('dossier.applicationConsentHeading'), intro }
}

/** Values by name, for a form of the centre's own; in two languages the second has `-ru` at the end of its names. */
function fieldsOf(app: App, found: Case, { said, lang, legal }: { said: Said; lang: 'kk' | 'ru'; legal: string }): Record<string, string> {
  const trade = tradeOf(app, found, speakerOf(app, lang))
  const own = ['name', 'birth', 'citizenship', 'phone', 'examLanguage', 'needs', 'initiative', 'payer', 'voucherDate', 'employerName', 'employerBin', 'idKind', 'idNumber']
  const iin = said('iin')
  return {
    ...Object.fromEntries(own.map((key) => [key, said(key) ?? ''])), iin: iin !== null && /^\d{12}$/.test(iin) ? iin : '', address: said('place') ?? '',
    profession: trade.profession, level: trade.level, centre: legal, number: found.number ?? '',
  }
}

/** Chosen options, as `question.option`. */
const checksOf = (found: Case): string[] =>
  ['citizenship', 'idKind', 'examLanguage', 'needs', 'initiative', 'payer'].flatMap((key) => {
    const value = found.secret.answers[key]?.v
    const chosen = Array.isArray(value) ? value : typeof value === 'string' ? [value] : []
    return chosen.map((option) => `${key}.${option}`)
  })

/**
 * The application, filled from the answers. Annex 1 of Rules No 374 could not be had: the fields are what such forms
 * ask, and every page says so in both languages until the centre confirms the form.
 */
export const applicationPaper = (app: App, found: Case): Promise<Paper> =>
  inPaperLanguage(app, found, (speaker, lang) => drawApplication(app, found, { speaker, lang }))

function drawApplication(app: App, found: Case, { speaker, lang }: { speaker: Speaker; lang: 'kk' | 'ru' }): Paper {
  const told = answersSaid(app, found, speaker)
  // "I do not know" is no entry of a form: the line stays free for the pen.
  const said: Said = (key) => (isSkipped(found.secret.answers[key]?.v) ? null : told(key))
  const { centre } = app
  const legal = centre.legalName ? ownText(centre.legalName, speaker.lang) : centre.name[speaker.lang]
  return {
    template: 'application', lang, title: speaker.say('dossier.applicationTitle'),
    subtitle: speaker.say('dossier.applicationSubtitle'), ...(found.number === null ? {} : { number: `№ ${found.number}` }),
    ...(centre.formConfirmed === null ? { stamp: speaker.say('dossier.stamp') } : {}),
    facts: [{ label: speaker.say('dossier.field.to'), value: legal }, { label: speaker.say('dossier.field.from'), value: said('name') ?? '—' }],
    sections: [
      { heading: speaker.say('dossier.person'), rows: personRows(speaker, said) },
      { heading: speaker.say('dossier.sought'), rows: soughtRows(app, found, speaker, said) },
      { heading: speaker.say('dossier.basis'), rows: basisRows(speaker, said) },
      attachments(app, found, speaker), consent(found, speaker),
    ],
    groups: [], fields: fieldsOf(app, found, { said, lang, legal }), checks: checksOf(found), signatures: ['date', 'signature', 'signer'].map((each) => speaker.say(`dossier.sign.${each}`)),
    footer: speaker.say('dossier.footer', { number: found.number ?? '—', centre: centre.name[speaker.lang] }),
    issuedAt: new Date(found.sentAt ?? found.updatedAt).toISOString(), pageWord: speaker.say('dossier.pageWord'),
  }
}
