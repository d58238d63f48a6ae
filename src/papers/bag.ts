import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BagFile } from './bag-file.ts'
import { indexText, planVolumes, type SizedFile } from './plan-volumes.ts'
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
}

/**
 * Packs files, in the given order, into one or several zips; each is valid by itself and carries
 * `manifest-sha256.txt` of its own files (`sha256sum -c`) and `index.txt` of all volumes. Nothing is compressed.
 * A file too large for a volume goes alone, in a volume that is then larger than `maxBytes`.
 * The same files and times give the same bytes. Throws when a source cannot be read, and RangeError when a
 * name is unsafe or twice, or a time is no instant; volumes already written then stay.
 */
export async function packVolumes(files: BagFile[], options: BagOptions): Promise<Volume[]> {
  const sized = await Promise.all(files.map(withSize))
  const planned = planVolumes(sized, options.baseName, options.maxBytes ?? 45_000_000)
  const index = indexText(planned)
  const volumes: Volume[] = []
  for (const volume of planned) {
    const path = join(options.outDir, volume.name)
    volumes.push({ name: volume.name, path, ...(await writeVolume(path, volume.files, index)) })
  }
  return volumes
}

async function withSize(file: BagFile): Promise<SizedFile> {
  const size = 'bytes' in file.source ? file.source.bytes.length : (await stat(file.source.path)).size
  return { ...file, size }
}
