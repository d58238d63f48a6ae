import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fromBuffer } from 'yauzl'

/** Every file of a zip, by its name. */
export const unzip = (zip: Buffer): Promise<Map<string, Buffer>> => new Promise((resolve, reject) => {
  fromBuffer(zip, { lazyEntries: true }, (error, file) => {
    if (error) return reject(error)
    const found = new Map<string, Buffer>()
    file.on('entry', (entry) => file.openReadStream(entry, (failed, stream) => {
      if (failed) return reject(failed)
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => { found.set(entry.fileName, Buffer.concat(chunks)); file.readEntry() })
    }))
    file.on('end', () => resolve(found))
    file.readEntry()
  })
})

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The payload of a bag, by its names in `data/`. */
export const payloadOf = (bag: ReadonlyMap<string, Buffer>): Map<string, Buffer> =>
  new Map([...bag].flatMap(([name, bytes]) => (name.includes('/data/') ? [[name.slice(name.indexOf('/data/') + 6), bytes] as const] : [])))

/** The words of a PDF, as a stranger's tool reads them. */
export function pdfText(pdf: Buffer): string {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'qujat-pdf-'))
  const file = path.join(dir, 'paper.pdf')
  writeFileSync(file, pdf)
  const words = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).replace(/\s+/g, ' ')
  rmSync(dir, { recursive: true })
  return words
}

/** System tools that `npm test` found missing; a test that needs one is skipped by name. */
export const lacks = (tool: string): boolean => (process.env['QUJAT_MISSING'] ?? '').split(',').includes(tool)
