import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'

/** Dark pixels of the pages, right of the share `from` of the width; PDFs are drawn by pdfium, not by Typst. */
export async function inkOf(pdf: Uint8Array, from = 0): Promise<number> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  let ink = 0
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({ scale: 2, render: 'bitmap' })
    const left = Math.floor(width * from)
    const grey = await sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha().extract({ left, top: 0, width: width - left, height }).greyscale().toColourspace('b-w').raw().toBuffer()
    ink += grey.filter((it) => it < 170).length
  }
  document.destroy()
  library.destroy()
  return ink
}
