import { LANGS } from '../../src/domain/case/case.ts'
import { STATUS_NAMES } from '../../src/domain/case/status.ts'
import type { ItemState } from '../../src/domain/documents/standing.ts'
import { EVENTS } from '../../src/domain/dossier/event.ts'
import { ASIDES } from '../../src/domain/interview/asides.ts'
import { SECTIONS, SKIP_REASONS } from '../../src/domain/interview/question.ts'
import { itemKinds, type Need } from '../../src/domain/requirements/item.ts'
import type { Requirement, Standing } from '../../src/domain/requirements/standing-type.ts'
import { RETURN_REASONS } from '../../src/domain/review/draft.ts'
import type { Refusal } from '../../src/domain/review/permission.ts'
import { DOUBT_REASONS } from '../../src/domain/documents/verdict.ts'
import type { Unreadable } from '../../src/app/ports.ts'
import { ASKS } from '../../src/app/review/more-menu.ts'
import { COLUMNS } from '../../src/app/review/export-cases.ts'
import { COLUMNS as SHEET, TOKENS } from '../../src/app/updates/sheet-words.ts'
import { ASPECTS } from '../../src/domain/requirements/catalogue-diff.ts'
import { confidences } from '../../src/domain/requirements/entry.ts'
import { TALLIES } from '../../src/app/ports.ts'
import { GROUP_NAMES } from '../../src/domain/notices/audience.ts'
import { NOTICE_STATE_NAMES, RUNS } from '../../src/domain/notices/notice.ts'
import { QUEUES } from '../../src/app/review/queue-list.ts'
import { codeOf } from './key-uses.ts'
import { asks, examples, labels, optionLabels } from './question-keys.ts'

type Sets = readonly (readonly string[])[]

/** All names of a union: a name missing here does not compile. */
const all = <K extends string>(table: Record<K, true>): string[] => Object.keys(table)

const states = all<ItemState>({ made: true, open: true, receiving: true, there: true, doubtful: true, accepted: true, returned: true })
const needs = all<Need>({ required: true, optional: true, 'not-needed': true, 'centre-decides': true })
const requirements = all<Requirement>({ applies: true, age: true, education: true, experience: true, special: true })
const standings = all<Standing['state']>({ meets: true, not: true, human: true })
const refusals = all<Refusal['reason']>({ stale: true, taken: true, 'not-yours': true, receiving: true, nothing: true, gone: true })
const doubts: readonly string[] = DOUBT_REASONS
const unreadable = all<Unreadable>({ unsupported: true, broken: true, password: true, 'too-many-pages': true, 'too-large': true, timeout: true, empty: true })

/** Names given to a small function of one file: `field(speaker, 'birth', …)`. */
const given = (path: string, call: RegExp): string[] => [...codeOf(`src/${path}`).matchAll(call)].map((each) => each[1] ?? '')

/** Names listed right before the template that uses them: `['date', 'signer'].map((each) => say(`dossier.sign.${each}`))`. */
function mapped(path: string, prefix: string): string[] {
  const lists = [...codeOf(`src/${path}`).matchAll(/\[((?:'[\w-]+'(?:,\s*)?)+)\](?: as const\))?\.map\(\(\w+\) => [^\n`]*?`([\w.]+)\.\$\{/g)]
  return lists.filter((each) => each[2] === prefix).flatMap((each) => [...(each[1] ?? '').matchAll(/'([\w-]+)'/g)].map((name) => name[1] ?? ''))
}

const columns = ['dossier-paper', 'checklist-paper', 'checklist-rows', 'decisions'].flatMap((each) => mapped(`app/dossier/${each}.ts`, 'dossier.column'))
const buttons = [...given('app/review/card.ts', /\bbutton\('([\w-]+)'\)/g), ...given('app/review/draft-screen.ts', /\bplain\('([\w-]+)'\)/g)]
const numbers = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index + 1))

/** What may stand for the stars of each key made in the code. A new kind of key has to be entered here. */
export const KNOWN: Record<string, Sets | readonly string[]> = {
  'bot.*': [mapped('telegram/publish.ts', 'bot')],
  'bot.*.*': ['candidate.start', 'candidate.checklist', 'candidate.status', 'candidate.help', 'candidate.language', 'candidate.mydata', 'candidate.cancel',
    'staff.next', 'staff.queue', 'staff.find', 'staff.stats', 'staff.consent', 'staff.catalogue', 'staff.notice', 'staff.language', 'staff.help'].map((each) => `bot.${each}`),
  'centre.*': [['price', 'exam', 'retake', 'address', 'hours', 'duration', 'phones']],
  'chat.aside.*': [Object.keys(ASIDES).filter((each) => !['price', 'exam', 'retake', 'address', 'hours', 'duration'].includes(each))],
  'chat.status.*': [STATUS_NAMES], 'chat.statusShort.*': [STATUS_NAMES],
  'consent.*': [given('domain/case/consent.ts', /\bline\('(\w+)'/g)],
  'decision.reason.*': [RETURN_REASONS], 'decision.todo.*': [RETURN_REASONS],
  'documents.*': [['wrongFile', 'video', 'archive', 'office', 'drawing']], 'documents.card.*': [['expired', 'before-exam']],
  'documents.cardField.*': [['birth', 'iin', 'idNumber', 'name']], 'documents.doubt.*': [[...doubts, 'smallFile']], 'documents.refusal.*': [[...unreadable, 'gone']],
  'documents.pages.*': [[...given('app/documents/show-page.ts', /\bbutton\('(\w+)'/g), ...given('app/documents/show-page.ts', /\bto\([^,\n]+, '(\w+)'\)/g)]],
  'documents.state.*': [states.filter((each) => each !== 'open')],
  'dossier.column.*': [columns], 'dossier.doubt.*': [[...doubts, 'other']], 'dossier.event.*': [[...EVENTS, 'other']],
  'dossier.fact.*': [given('app/dossier/cover-facts.ts', /\brow\('(\w+)'/g)],
  'dossier.field.*': [given('app/dossier/application-paper.ts', /\bfield\(speaker, '(\w+)'/g)],
  'dossier.identityOnPaper.*': [['no-integration', 'cannot-identify', 'other-law']],
  'dossier.section.*': [SECTIONS], 'dossier.sign.*': [mapped('app/dossier/application-paper.ts', 'dossier.sign')],
  'review.ask.*.button': [ASKS], 'review.ask.*.how': [ASKS], 'news.language.*': [LANGS],
  'review.export.*': [COLUMNS], 'review.queue.*': [QUEUES], 'review.queue.none.*': [QUEUES], 'review.queue.title.*': [QUEUES],
  'dossier.state.*': [states], 'dossier.verdict.*': [['accepted', 'returned']], 'dossier.who.*': [['candidate', 'staff', 'system']],
  'interview.*': [['yes', 'no']], 'interview.*.ask': asks, 'interview.*.label': labels,
  /** Help is there for some questions only; the code asks first. */
  'interview.*.help': [], 'interview.*.options.*': optionLabels, 'interview.missing.options.*': [['bring', 'waiting', 'cannot']],
  'interview.section.*': [SECTIONS], 'interview.skip.*': [SKIP_REASONS],
  /** The reasons themselves stand in the code and are found there. */
  'reading.*': [['iin', 'bin'].flatMap((kind) => ['unreadable', 'length', 'checksum'].map((each) => `${kind}.${each}`))],
  'reading.example.*': examples,
  'requirements.*': [],
  'requirements.item.*.*': [itemKinds, given('telegram/documents/item-screen.ts', /\bpart\('(\w+)'\)/g)],
  'requirements.item.*.name': [itemKinds], 'requirements.item.*.where': [itemKinds],
  'requirements.level.*': [['none', 'grade', 'framework', 'category']], 'requirements.need.*': [needs],
  'requirements.requirement.*': [requirements], 'requirements.state.*': [standings],
  'requirements.standing.applies.*': [['other-entry', 'human']],
  'requirements.step.*': [['basic', 'secondary', 'tve', 'post-secondary', 'higher', 'postgraduate']],
  'requirements.stepList.*': [numbers(6)], 'requirements.span.*': [['years', 'months', 'both', 'none']],
  'review.button.*': [buttons], 'review.card.*': [given('app/review/card-lines.ts', /\bfact\('(\w+)'/g)],
  'review.guardian.*': [['gone', 'not-paused']], 'review.handover.*': [['dossier', 'identity', 'application', 'volume']], 'review.language.*': [LANGS],
  'review.reason.*': [RETURN_REASONS], 'review.refusal.*': [refusals], 'review.standing.*': [standings], 'review.status.*': [STATUS_NAMES],
  'notices.state.*': [NOTICE_STATE_NAMES], 'notices.group.*': [GROUP_NAMES], 'notices.tally.*': [[...RUNS, ...TALLIES.filter((each) => each !== 'delivered')]],
  'notices.media.*': [['none', 'photo', 'document']], 'notices.lack.*': [['empty', 'long']], 'notices.outcome.*': [['open', ...TALLIES]],
  'notices.button.*': [given('app/notices/progress.ts', /\bbutton\('(\w+)'\)/g)], 'notices.report.*': [['account', 'cases', 'language', 'outcome', 'detail']],
  'updates.what.*': [['seed', 'files', 'sent', 'rollback']], 'updates.refused.*': [['gone', 'moved', 'same', 'mistakes']], 'updates.aspect.*': [ASPECTS],
  'updates.value.*': [['none', 'unread', 'contradictory']],
  'updates.change.*': [['entry-added', 'entry-removed', 'entry-described', 'levels-added', 'levels-removed']],
  'updates.sheet.column.*': [SHEET], 'updates.sheet.word.*': [TOKENS],
  'updates.sheet.mistake.*': [['noColumn', 'strangeColumn', 'id', 'newEntry', 'newRow', 'industry', 'levels', 'empty', 'twice', 'nothingToRemove', 'yesNo', 'date', 'duration', 'age', 'step', 'act', 'confidence']],
  'requirements.confidence.*': [confidences], 'requirements.*.*': ['basic', 'secondary', 'tve', 'post-secondary', 'higher', 'postgraduate'].map((each) => `requirements.step.${each}`),
  'review.toast.*': [given('telegram/review/card-presses.ts', /\bdeciding\('(\w+)'/g)],
}

const fill = (pattern: string, sets: Sets): string[] =>
  sets.reduce<string[]>((made, set) => made.flatMap((each) => set.map((name) => each.replace('*', name))), [pattern])

/** All keys a pattern stands for; null when nobody entered it. */
export function expanded(pattern: string): readonly string[] | null {
  const known = KNOWN[pattern]
  if (!known) return null
  if (known.length === 0) return []
  return typeof known[0] === 'string' ? (known as readonly string[]) : fill(pattern, known as Sets)
}
