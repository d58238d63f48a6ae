import { readFile } from 'node:fs/promises'
import fontkit from '@cantoo/fontkit'
import { PDFCheckBox, PDFDocument, type PDFFont, PDFTextField, rgb } from '@cantoo/pdf-lib'
import type { Paper } from '../domain/dossier/paper.ts'
import { FONT_FILES } from './fonts.ts'
import { coverage } from './font-coverage.ts'
import { printableAll } from './printable.ts'

const STAMP_SIZE = 8
const STAMP_MARGIN = 14
const STAMP_COLOUR = rgb(0.54, 0.29, 0.03)

/** The words across the head of every page: a form that nobody confirmed must say so. */
function stampAll(document: PDFDocument, words: string, font: PDFFont): void {
  for (const page of document.getPages()) {
    const { width, height } = page.getSize()
    page.drawText(words, { x: Math.max(STAMP_MARGIN, width - STAMP_MARGIN - font.widthOfTextAtSize(words, STAMP_SIZE)), y: height - STAMP_MARGIN, size: STAMP_SIZE, font, color: STAMP_COLOUR })
  }
}

/**
 * Fills a PDF form of the centre: text fields and boxes named as the paper's `fields` and `checks`; other fields stay empty.
 * The result is flat: nobody can type into it. The same paper gives the same bytes. Throws when the file is no PDF with a form.
 */
export async function fillPdfForm(file: string, paper: Paper): Promise<Uint8Array> {
  const document = await PDFDocument.load(await readFile(file), { updateMetadata: false })
  document.registerFontkit(fontkit)
  // Whole, not a subset: of subsets of this font letters have vanished from the page.
  const font = await document.embedFont(await readFile(FONT_FILES[0]), { subset: false })
  const { fields = {}, checks = [], stamp } = printableAll({ fields: paper.fields, checks: paper.checks, stamp: paper.stamp }, await coverage())
  const form = document.getForm()
  for (const field of form.getFields()) {
    const name = field.getName()
    if (field instanceof PDFTextField && fields[name] !== undefined) {
      const room = field.getMaxLength()
      field.setText(room === undefined ? fields[name] : fields[name].slice(0, room))
    }
    if (field instanceof PDFCheckBox && checks.includes(name)) field.check()
  }
  form.updateFieldAppearances(font)
  form.flatten()
  if (stamp) stampAll(document, stamp, font)
  document.setTitle(paper.title)
  document.setModificationDate(new Date(paper.issuedAt))
  document.setCreationDate(new Date(paper.issuedAt))
  return document.save({ useObjectStreams: false, addDefaultPage: false })
}
