import type { Paper } from '../domain/dossier/paper.ts'
import { renderPaper } from './render-paper.ts'

/** Draws the application: on the centre's own Typst file or PDF form, else on that of Qujat. `form`: its path, or null. */
export function makeDrawForm(form: string | null): (paper: Paper) => Promise<Uint8Array> {
  if (form === null) return renderPaper
  // A quarter of a second of every start, for centres that have a PDF form alone.
  return form.endsWith('.pdf') ? async (paper) => (await import('./fill-pdf-form.ts')).fillPdfForm(form, paper) : (paper) => renderPaper(paper, { form })
}
