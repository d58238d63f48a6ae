import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { previewFile } from './preview.ts'

const TILE = 480
const GAP = 12

/** A page, and beside the place where its first doubt shows: written as one JPEG. `pages`: paths of pages for reading. */
export async function writeContactSheet(outFile: string, pages: readonly { file: string; reason: string | null }[]): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'qujat-sheet-'))
  try {
    const tiles = await Promise.all(pages.map(async ({ file, reason }, row) => {
      const near = path.join(dir, `${row}.jpg`)
      await previewFile({ path: file, outFile: near, reason: reason ?? 'small' })
      const tile = async (bytes: Buffer): Promise<Buffer> => sharp(bytes).resize({ width: TILE, height: TILE, fit: 'contain', background: '#ffffff' }).toBuffer()
      return [{ input: await tile(await readFile(file)), left: GAP, top: GAP + row * (TILE + GAP) }, { input: await tile(await readFile(near)), left: 2 * GAP + TILE, top: GAP + row * (TILE + GAP) }]
    }))
    const [width, height] = [2 * TILE + 3 * GAP, pages.length * (TILE + GAP) + GAP]
    await writeFile(outFile, await sharp({ create: { width, height, channels: 3, background: '#808080' } }).composite(tiles.flat()).jpeg({ quality: 80 }).toBuffer())
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
