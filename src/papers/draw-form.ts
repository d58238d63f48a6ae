import type { Paper } from '../domain/dossier/paper.ts'
import { fillPdfForm } from './fill-pdf-form.ts'
import { renderPaper } from './render-paper.ts'

/** Draws the application: on the centre's own Typst file or PDF form, else on that of Qujat. `form`: its path, or null. */
export function makeDrawForm(form: string | null): (paper: Paper) => Promise<Uint8Array> {
  if (form === null) return renderPaper
  return form.endsWith('.pdf') ? (paper) => fillPdfForm(form, paper) : (paper) => renderPaper(paper, { form })
}
