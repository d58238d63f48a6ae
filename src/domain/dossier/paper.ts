/**
 * Label and value in one line; `note` is drawn small under the value (a clause, a date it was checked).
 * `done` and `state` are the box of a checklist's line, ticked or empty, and the word beside it.
 * `beside`: the value in the paper's second language, where it has one and says it otherwise.
 */
export type Row = { label: string; value: string; beside?: string; note?: string; done?: boolean; state?: string }

/** A cell of a table; `note` is drawn small under its text. */
export type Cell = string | { text: string; note: string }

/**
 * One heading of a paper and what stands under it, drawn in this order: intro, rows, table, bullets.
 * `table` is rows of cells and wants `columns` (its head, repeated on every page); short rows are padded.
 */
export type Section = {
  heading: string
  intro?: string
  introBeside?: string
  rows?: Row[]
  columns?: string[]
  table?: Cell[][]
  bullets?: string[]
  bulletsBeside?: string[]
}

/** The pages of one item. `file` is the absolute path of an upright sRGB JPEG (a reading page of src/media). */
export type PageGroup = { heading: string; note?: string; pages: { file: string; caption?: string }[] }

export const TEMPLATES = ['dossier', 'application', 'checklist'] as const
export type Template = (typeof TEMPLATES)[number]

/**
 * Everything a paper says, already in the reader's language: the templates add no word of their own.
 *
 * - `checklist` draws each row of `sections[].rows` as a line to tick: label = what, note = why (clause),
 *   value = where to get it, `done` and `state` = the box; `columns`, if given, heads the four columns [what, why, where, done].
 * - `application` draws rows as a form and `signatures` as lines to sign; groups are ignored.
 * - `dossier` draws cover (title, number, facts), contents, sections, then each JPEG on a page of its own.
 */
export type Paper = {
  template: Template
  lang: 'kk' | 'ru' | 'en'
  /** Language of what stands beside (see side-by-side.ts). */
  besideLang?: 'kk' | 'ru' | 'en'
  title: string
  subtitle?: string
  number?: string
  /** What the QR code of the cover says; it is drawn beside the number. */
  qr?: string
  /** Shown on every page, e.g. "үлгі, ресми нысан емес · образец, не официальная форма". */
  stamp?: string
  /** Banner of the cover: required items that are missing, or what must not be done with the paper. */
  incomplete?: string
  facts: Row[]
  /** Heading of the list of contents; no list without it. */
  contents?: string
  sections: Section[]
  groups: PageGroup[]
  footer: string
  /** ISO 8601 instant; becomes the PDF's creation date, so the same paper gives the same bytes. */
  issuedAt: string
  signatures?: string[]
  /** Of an application: what each field holds, and which boxes are ticked (`payer.self`), by names that a centre's own form uses. */
  fields?: Record<string, string>
  checks?: string[]
  /** "Page" in the reader's language; the template draws "{pageWord} n / total". */
  pageWord: string
}
