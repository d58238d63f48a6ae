import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BAG_INFO, BAGIT, type BagInfo, DECLARATION, hashOf, infoText, MANIFEST, manifestLine, oxum, payload, TAG_MANIFEST } from './bagit.ts'

/** A file of the bag: its bytes are asked for when its turn comes, so that a large case needs no memory. */
export type LazyFile = { name: string; read(): Promise<Uint8Array> }

/**
 * Writes a bag of BagIt 1.0 (RFC 8493) as a folder, of any size. The folder must not exist. The manifests are written last:
 * a bag without them was broken off.
 */
export async function writeBagFolder(dir: string, files: readonly LazyFile[], { info, progress }: { info: BagInfo; progress(done: number, all: number): void }): Promise<void> {
  await mkdir(dirname(dir), { recursive: true })
  await mkdir(dir)
  const manifest: string[] = []
  const sizes: number[] = []
  for (const [at, file] of files.entries()) {
    const bytes = await file.read()
    const path = join(dir, payload(file.name))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
    manifest.push(manifestLine(hashOf(bytes), payload(file.name)))
    sizes.push(bytes.length)
    progress(at + 1, files.length)
  }
  const tags: [string, string][] = [[BAGIT, DECLARATION], [BAG_INFO, infoText([...info, ['Payload-Oxum', oxum(sizes)]])], [MANIFEST, manifest.join('')]]
  for (const [name, text] of tags) await writeFile(join(dir, name), text)
  await writeFile(join(dir, TAG_MANIFEST), tags.map(([name, text]) => manifestLine(hashOf(Buffer.from(text)), name)).join(''))
}
