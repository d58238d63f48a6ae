import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BagFile } from './bag-file.ts'
import { indexText, planVolumes, type SizedFile } from './plan-volumes.ts'
import { type BagInfo, infoText, oxum } from './bagit.ts'
import { writeVolume } from './write-volume.ts'

export type { BagFile } from './bag-file.ts'

/** One finished zip: its file name, where it lies, its size in bytes, its SHA-256 in hex. */
export type Volume = { name: string; path: string; size: number; sha256: string }

export type BagOptions = {
  /** First part of the volumes' names: `Q-000123.zip`, or `Q-000123-1of3.zip` when there are several. */
  baseName: string
  /** Existing directory the volumes are written to; the caller removes them. */
  outDir: string
  /** Every volume stays strictly below this many bytes; 45 000 000 by default. */
  maxBytes?: number
  /** What the bags say of themselves beside size and count, e.g. `External-Identifier`. */
  info?: BagInfo
}

/**
 * Packs files, in the given order, into one or several zips; each holds a whole bag of BagIt 1.0 (RFC 8493) in a folder of
 * the zip's own name, with `index.txt` of all volumes as a tag file. Nothing is compressed.
 * A file too large for a volume goes alone, in a volume that is then larger than `maxBytes`.
 * The same files and times give the same bytes. Throws when a source cannot be read, and RangeError when a
 * name is unsafe or twice, or a time is no instant; volumes already written then stay.
 */
export async function packVolumes(files: BagFile[], options: BagOptions): Promise<Volume[]> {
  const sized = await Promise.all(files.map(withSize))
  const info = options.info ?? []
  const planned = planVolumes(sized, options.baseName, { maxBytes: options.maxBytes ?? 45_000_000, info: Buffer.byteLength(infoText(info)) })
  const index = indexText(planned)
  const volumes: Volume[] = []
  for (const [at, volume] of planned.entries()) {
    const path = join(options.outDir, volume.name)
    const own: BagInfo = [...info, ['Payload-Oxum', oxum(volume.files.map(({ size }) => size))], ['Bag-Count', `${at + 1} of ${planned.length}`]]
    volumes.push({ name: volume.name, path, ...(await writeVolume(path, volume, { index, info: infoText(own) })) })
  }
  return volumes
}

async function withSize(file: BagFile): Promise<SizedFile> {
  const size = 'bytes' in file.source ? file.source.bytes.length : (await stat(file.source.path)).size
  return { ...file, size }
}
