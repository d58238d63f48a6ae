import { crc32, deflateSync } from 'node:zlib'

function chunk(type: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type), data])
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, check])
}

/** A PNG of a few kilobytes that says it is a square of `side` pixels. */
export function bombPng(side: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head[8] = 8
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(side * 200))), chunk('IEND', Buffer.alloc(0))])
}

const LOCK = `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'28BF4E5E4E758A41'.repeat(4)}> /U <${'5F5E7E5C1C5E4D8B'.repeat(4)}> >>`

function objectsOf(pages: number): string[] {
  const kids = Array.from({ length: pages }, (_, page) => `${3 + page * 2} 0 R`)
  const bodies = kids.flatMap((_, page) => {
    const words = `BT /F1 20 Tf 50 700 Td (Page ${page + 1}) Tj ET`
    return [`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${4 + page * 2} 0 R >>`, `<< /Length ${words.length} >>\nstream\n${words}\nendstream`]
  })
  return ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages} >>`, ...bodies]
}

/** A PDF with so many pages, none of them of use; `encrypted` asks for a password nobody has. */
export function brokenPdf(pages: number, { encrypted = false } = {}): Buffer {
  const objects = [...objectsOf(pages), ...(encrypted ? [LOCK] : [])]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((body, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const lock = encrypted ? `/Encrypt ${objects.length} 0 R /ID [<00> <00>]` : ''
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  return Buffer.from(`${text}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${lock} >>\nstartxref\n${text.length}\n%%EOF`, 'latin1')
}
