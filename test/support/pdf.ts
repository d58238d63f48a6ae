import sharp from 'sharp'
import { deflateSync } from 'node:zlib'

/** A scanned document as a PDF: one JPEG a page, written object by object. */
export async function pdfOf(photos: Buffer[]): Promise<Buffer> {
  const objects: Uint8Array[] = []
  const add = (head: string, body?: Buffer): number => {
    objects.push(body ? Buffer.concat([Buffer.from(`${head}\nstream\n`), body, Buffer.from('\nendstream')]) : Buffer.from(head))
    return objects.length
  }
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add('')
  const kids: number[] = []
  for (const photo of photos) {
    const { width = 1, height = 1 } = await sharp(photo).metadata()
    const image = add(`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${photo.length} >>`, photo)
    const drawing = deflateSync(Buffer.from('q 595 0 0 842 0 0 cm /I Do Q'))
    const content = add(`<< /Length ${drawing.length} /Filter /FlateDecode >>`, drawing)
    kids.push(add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I ${image} 0 R >> >> /Contents ${content} 0 R >>`))
  }
  objects[1] = Buffer.from(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`)
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  const size = (): number => parts.reduce((sum, part) => sum + part.length, 0)
  objects.forEach((object, index) => {
    offsets.push(size())
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'))
  })
  const start = size()
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}
