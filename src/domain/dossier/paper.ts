/** Label and value in one line; `note` is drawn small under the value (a clause, a date it was checked). */
export type Row = { label: string; value: string; note?: string }

/** One heading and what stands under it: intro, rows, table (with its head in `columns`), bullets. */
export type Section = { heading: string; intro?: string; rows?: Row[]; columns?: string[]; table?: string[][]; bullets?: string[] }

/** The pages of one item; `file` is the absolute path of an upright JPEG. */
export type PageGroup = { heading: string; note?: string; pages: { file: string; caption?: string }[] }

/**
 * What a paper contains, in plain text and in the reader's language. How it looks is in src/papers, whose type of the
 * same name says what each template draws; compose.ts joins the two and the compiler compares them.
 */
export type Paper = {
  template: 'dossier' | 'application' | 'checklist'
  lang: 'kk' | 'ru' | 'en'
  title: string
  subtitle?: string
  number?: string
  stamp?: string
  incomplete?: string
  facts: Row[]
  contents?: string
  sections: Section[]
  groups: PageGroup[]
  footer: string
  issuedAt: string
  signatures?: string[]
  pageWord: string
}
