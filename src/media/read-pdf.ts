import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { LIMITS, Refused } from './limits.ts'

type Document = Awaited<ReturnType<PDFiumLibrary['loadDocument']>>
type PdfPage = ReturnType<Document['getPage']>

/**
 * Gives each page of a PDF as JPEG bytes, one at a time. `begin(n)` is awaited before page n is touched.
 * A library of its own for each file: one stranger's file cannot disturb the next. Throws `Refused`.
 */
export async function* readPdf(bytes: Uint8Array, maxPages: number, begin: (page: number) => Promise<void>): AsyncGenerator<Buffer> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(bytes).catch(refuse)
    const count = document.getPageCount()
    if (count < 1) throw new Refused('broken')
    if (count > Math.min(maxPages, LIMITS.pdfPages)) throw new Refused('too-many-pages')
    for (let n = 1; n <= count; n++) {
      await begin(n)
      yield await rasterise(document.getPage(n - 1))
    }
    document.destroy()
  } finally {
    library.destroy()
  }
}

/** White paper, 200 dpi, long side at most 2600 pixels; filled-in form fields and stamps are drawn. */
async function rasterise(page: PdfPage): Promise<Buffer> {
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const long = Math.max(originalWidth, originalHeight)
  // Beyond A0 the raster would be garbage; a page of no size is a broken one.
  if (!(long <= LIMITS.pageSidePt)) throw new Refused('too-large')
  if (!(Math.min(originalWidth, originalHeight) >= 1)) throw new Refused('broken')
  const scale = Math.min(LIMITS.pdfDpi / 72, LIMITS.rasterSide / long)
  const { data, width, height } = await page.render({ scale, render: 'bitmap', renderFormFields: true })
  return sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha().jpeg({ quality: LIMITS.jpegQuality }).toBuffer()
}

function refuse(error: Error): never {
  throw new Refused(/password|security/i.test(error.message) ? 'password' : 'broken')
}
