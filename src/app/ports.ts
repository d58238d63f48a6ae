import type { Account } from '../domain/case/account.ts'
import type { Case, Lang } from '../domain/case/case.ts'
import type { Translate } from '../domain/case/phrase.ts'
import type { Corner, SeenPage } from '../domain/documents/verdict.ts'
import type { RegisterRow } from '../domain/review/register.ts'
import type { Notice, NoticeText } from '../domain/notices/notice.ts'
import type { ReviewDraft } from '../domain/review/draft.ts'
import { z } from 'zod'
import type { Catalogue } from '../domain/requirements/catalogue.ts'
import { Effect } from './effect.ts'

export type { Translate }
/** The schema and its type: parsed wherever an effect comes back from Redis. */
export { Effect }

/** Time and chance come from outside. `now` in epoch milliseconds; `today` and `month` in the centre's own zone. */
export interface Clock {
  now(): number
  /** 'YYYY-MM-DD' */
  today(): string
}

/** One line of the audit: codes and ids, never words about a person. */
export type AuditEntry = { at: number; who: string; what: string; revision: number }

export type SaveRequest = {
  case: Case
  /** The revision the change was decided on; another one in the store is a conflict. */
  expected: number
  /** The Telegram update that caused it; null for jobs and staff tools. Marked as done in the same transaction. */
  update: number | null
  audit?: Omit<AuditEntry, 'at' | 'revision'>[]
  effects?: Effect[]
}

export type SaveResult = 'saved' | 'conflict' | 'gone'

/** The working memory. Every method throws on an outage; refusals are values. */
export interface CaseStore {
  account(id: number): Promise<Account | null>
  saveAccount(account: Account): Promise<void>
  /** Those that are known, in the order asked; null for the others. */
  accounts(ids: readonly number[]): Promise<(Account | null)[]>
  /** Puts the new case and its account's pointer in one transaction; the case's key is made and wrapped here. */
  create(request: { case: Case; account: Account; update: number | null }): Promise<void>
  load(id: string): Promise<Case | null>
  byNumber(number: string): Promise<Case | null>
  /** Compare-and-set on the revision; writes `revision = expected + 1`, audit entries, effects and the update id at once. */
  save(request: SaveRequest): Promise<SaveResult>
  /** The next case number, e.g. 26-0001; never given twice, also after a restore. */
  nextNumber(year: number): Promise<string>
  audit(id: string): Promise<AuditEntry[]>
  /** Cases that a new version of the catalogue does not touch: from now on judged by it. True when none was changed meanwhile: such a one is left as it is. */
  restamp(ids: readonly string[], catalogue: string): Promise<boolean>
  /** Marks and tests Telegram's update ids; kept 48 hours. */
  seen(update: number): Promise<boolean>
  markSeen(update: number): Promise<void>
  /** The question's words as they were asked, stored once under their hash; returns the hash. */
  keepWords(text: string): Promise<string>
  words(hashes: string[]): Promise<Record<string, string>>
  /** Keyed hash of an identifier: equal ids give equal hashes, the hash tells nothing. */
  fingerprint(kind: 'iin' | 'phone', value: string): string
  /** Case ids with that identifier, given as it is or as its fingerprint; oldest first. */
  casesByFingerprint(kind: 'iin' | 'phone', value: string): Promise<string[]>
  /** Replaces what this case is found by: the identifier itself or its fingerprint, only the latter is stored. Null removes. */
  indexCase(id: string, found: { iin: string | null; phone: string | null }): Promise<void>
  /** Oldest first: sent cases that nobody has taken. */
  queue(): Promise<string[]>
  /** Not to be changed by the reader. One line a case, in no order: what lists and figures of the staff need, without opening any case. */
  register(): Promise<RegisterRow[]>
  /** The same in parts of about `count`, for work whose memory must not grow with the number of cases; a row may come twice. */
  registerParts(count: number): AsyncIterable<RegisterRow[]>
  /** Case id → the applicant's full name, of every case that has one. */
  names(): Promise<ReadonlyMap<string, string>>
  /** Who tried the desk without being staff: kept in order, the oldest fall out. */
  recordStranger(stranger: Stranger): Promise<void>
  /** Newest first. */
  strangers(most: number): Promise<Stranger[]>
  topic(applicant: string): Promise<Topic | null>
  saveTopic(applicant: string, topic: Topic): Promise<void>
  applicantOfTopic(thread: number): Promise<string | null>
  /** Cases of one applicant, oldest first. */
  casesOf(applicant: string): Promise<string[]>
  draft(caseId: string): Promise<ReviewDraft | null>
  saveDraft(caseId: string, draft: ReviewDraft | null): Promise<void>
  /** Removes every trace of the case but its number: hash, key, indexes, pointers. */
  erase(id: string): Promise<void>
  /** Small facts of the process: migrated staff chat, hash of published commands. */
  fact(name: string): Promise<string | null>
  saveFact(name: string, value: string): Promise<void>
  /** Something worth remembering for a while only; gone after `seconds`. */
  note(name: string): Promise<string | null>
  saveNote(name: string, value: string, seconds: number): Promise<void>
  /** Reads and forgets at once: of two who ask together only one gets it. */
  takeNote(name: string): Promise<string | null>
  /** Effects of saved changes that are not yet done, older than `ageMs`. */
  pendingEffects(ageMs: number): Promise<{ id: string; effect: Effect }[]>
  effectDone(id: string): Promise<void>
  /** Cases changed and not yet in a snapshot. */
  dirty(limit: number): Promise<string[]>
  clean(id: string, revision: number): Promise<void>
}

/** An attempt on the desk: account, what was pressed or typed (a command's or button's name), epoch milliseconds. */
export type Stranger = { at: number; account: number; what: string; case: string | null }

/** `drawn`: hash of the card as it stands there; a card that would look the same is not drawn again. */
export type Topic = { thread: number; card: number | null; icon: string | null; title: string | null; drawn?: string | null | undefined }

/** State of dialogues with several turns: sealed, and worth nothing when lost. Keyed by chat. */
export interface Dialogues {
  read(chat: string): Promise<unknown>
  write(chat: string, state: unknown): Promise<void>
  delete(chat: string): Promise<void>
}

/** Files at rest, each sealed with the key of its case. Names are flat: letters, digits, dot, dash, underscore. */
export interface Vault {
  put(caseId: string, name: string, bytes: Uint8Array): Promise<void>
  /** Throws VaultMissing when it is not there, VaultDamaged when the tag does not hold. */
  get(caseId: string, name: string): Promise<Uint8Array>
  has(caseId: string, name: string): Promise<boolean>
  /** Decrypts to a file the caller names; believed only after the tag. */
  getToFile(caseId: string, name: string, path: string): Promise<void>
  list(caseId: string): Promise<string[]>
  erase(caseId: string): Promise<void>
  putGlobal(name: string, bytes: Uint8Array): Promise<void>
  getGlobal(name: string): Promise<Uint8Array | null>
}

export * from './notice-ports.ts'

/** Name inside the catalogue folder (`professions/welder.yaml`) → its text. */
export type CatalogueFiles = ReadonlyMap<string, string>

/** A mistake in a content file: where, and what to write instead (`reason` is a locale key of `requirements`). */
export type Mistake = { file: string; line: number; path: string; reason: string; values: Record<string, string> }

/** A published version: its number, the hash of its files, when (epoch milliseconds), by which account, from what; `of` is the version rolled back to. */
export const VersionRecord = z.object({
  n: z.number().int(), hash: z.string(), at: z.number().int(), by: z.number().int().nullable(), what: z.enum(['seed', 'files', 'sent', 'rollback']), of: z.number().int().nullable(),
})
export type VersionRecord = z.infer<typeof VersionRecord>

/** The catalogue as versioned data. Throws on an outage. */
export interface CatalogueVersions {
  /** The one in force; null before the first. */
  current(): Promise<VersionRecord | null>
  /** Newest first. */
  list(): Promise<VersionRecord[]>
  /** Stores the files for good, under the hash that is returned. */
  keep(files: CatalogueFiles): Promise<string>
  files(hash: string): Promise<CatalogueFiles | null>
  /** Read and checked; null when the files are nowhere or no longer fit this version of the program. */
  catalogue(hash: string): Promise<Catalogue | null>
  parse(files: CatalogueFiles): { ok: true; catalogue: Catalogue } | { ok: false; mistakes: Mistake[] }
  /** Compare-and-set on the number in force; asks for the re-judging of all open cases unless it is the first version. */
  publish(record: VersionRecord, before: number | null): Promise<'published' | 'conflict'>
  /** A YAML file as plain data; null when it cannot be read. */
  plain(text: string): unknown
  yaml(value: unknown): string
}

export interface JobQueue {
  /** Adds the effects as jobs; an id already known is ignored. */
  dispatch(effects: { id: string; effect: Effect }[], delayMs?: number): Promise<void>
}

export type Button =
  | { text: string; data: string }
  | { text: string; url: string }

/** A message as the app means it; words are already in the reader's language, `html` already escaped. */
export type Outgoing = { html: string; buttons?: Button[][]; keyboard?: { contact?: string; rows?: string[][]; placeholder?: string } | 'remove' }

/** A notice as one recipient gets it: Telegram's own formatting, perhaps a picture or a file under it. */
export type NoticeMessage = { text: NoticeText; media: Notice['media']; buttons: Button[][] }
/** `flood`: nothing went, and nothing may go for so many milliseconds. */
export type NoticeSent = Sent | { ok: false; reason: 'flood'; wait: number }

export type Sent = { ok: true; message: number } | { ok: false; reason: 'blocked' | 'gone' | 'refused'; detail: string }

/** What the app may ask of Telegram outside an update. Rate limits and retries are below it. */
export interface Messenger {
  /** `quiet`: without a sound. */
  say(chat: number, message: Outgoing, options?: { thread?: number; protect?: boolean; quiet?: boolean }): Promise<Sent>
  change(chat: number, id: number, message: Outgoing): Promise<Sent>
  /** At most 50 MB. */
  sendFile(chat: number, file: { path: string; name: string; caption?: string }, options?: { thread?: number; protect?: boolean }): Promise<Sent>
  /** A picture of at most 10 MB, quietly; with `replyTo` it answers a message, if that is still there. */
  sendPhoto(chat: number, photo: { path: string; caption: string; buttons?: Button[][]; replyTo?: number }): Promise<Sent>
  /** Writes the file's bytes to `path`. Refused: too large for the platform, or no longer there. */
  download(fileId: string, path: string): Promise<{ ok: true; bytes: number } | { ok: false; reason: 'too-large' | 'gone' }>
  makeTopic(title: string, icon: string): Promise<{ ok: true; thread: number } | { ok: false; detail: string }>
  changeTopic(thread: number, change: { title?: string; icon?: string }): Promise<Sent>
  pin(chat: number, message: number): Promise<void>
  /** Whether an account is in the staff group; `unknown` when the platform will not tell. */
  member(account: number): Promise<'member' | 'stranger' | 'unknown'>
  /** One attempt: no waiting inside, for the whole delivery waits when the platform says so. */
  sendNotice(chat: number, message: NoticeMessage, options: { quiet: boolean }): Promise<NoticeSent>
  editNotice(chat: number, id: number, message: NoticeMessage): Promise<NoticeSent>
  /** At most 48 hours after it was sent. */
  deleteNotice(chat: number, id: number): Promise<NoticeSent>
  staffChat(): number
  botName(): string
}

export interface Words {
  in(lang: Lang): Translate
  has(key: string): boolean
}

/** Why a file cannot be read at all. */
export type Unreadable = 'unsupported' | 'broken' | 'password' | 'too-many-pages' | 'too-large' | 'timeout' | 'empty'

/** `sha256` is of the bytes as sent; `detected` says what was found instead of a picture or a PDF. */
export type Inspection =
  | { ok: true; kind: string; mime: string; extension: string; pages: SeenPage[]; sha256: string }
  | { ok: false; reason: Unreadable; detected?: string }

/** `zone`: look for a machine-readable zone as well; `today` ('YYYY-MM-DD') tells its centuries apart. */
export type InspectionJob = { path: string; outDir: string; maxPages: number; zone: boolean; today: string }

/** Looks at untrusted bytes in a process that may die. Throws only when the process cannot run. */
export interface Inspector {
  inspect(job: InspectionJob): Promise<Inspection>
  /** A page laid flat by its corners, as an upright JPEG at `outFile`. False when the picture cannot be read. */
  straighten(job: { path: string; outFile: string; corners: readonly Corner[] }): Promise<boolean>
  /** A small picture of a page with the place where a doubt shows in its middle, as a JPEG at `outFile`. */
  preview(job: { path: string; outFile: string; reason: string }): Promise<boolean>
}
