import { deflateSync } from 'node:zlib'

/** The smallest PDF that does it: blank pages `width` points wide and high; `bomb`: bytes the first page unfolds to. */
export function pdfOf({ pages, width = 595, bomb = 0 }: { pages: number; width?: number; bomb?: number }): Buffer {
  const content = deflateSync(Buffer.alloc(bomb, ' '), { level: 9 })
  const kids = Array.from({ length: pages }, (_, i) => `${i + 4} 0 R`).join(' ')
  const objects: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    Buffer.concat([Buffer.from(`<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n`), content, Buffer.from('\nendstream')]),
    ...Array.from({ length: pages }, () => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${width}] /Contents 3 0 R >>`),
  ]
  let out: Buffer = Buffer.from('%PDF-1.4\n')
  const offsets = objects.map((body, i) => {
    const at = out.length
    out = Buffer.concat([out, Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')])
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const head = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  const tail = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF\n`
  return Buffer.concat([out, Buffer.from(head + tail)])
}
