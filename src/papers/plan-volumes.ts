import type { BagFile } from './bag-file.ts'
import { BAG_INFO, BAGIT, DECLARATION, INDEX, MANIFEST, payload, TAG_MANIFEST } from './bagit.ts'

export type SizedFile = BagFile & { size: number }
export type PlannedVolume = { name: string; /** The bag's own folder inside the zip. */ base: string; files: SizedFile[] }

// Zip: local header 30, data descriptor 16, central record 46 bytes, the name twice; manifest: 64 hex digits, three signs, the name.
const perEntry = (name: string): number => 92 + 2 * Buffer.byteLength(name)
const perManifestLine = (name: string): number => 67 + Buffer.byteLength(name)
const END_OF_ZIP = 22
const TAGS = [BAGIT, BAG_INFO, MANIFEST, INDEX, TAG_MANIFEST]
/** bag-info.txt beside what the caller says: Payload-Oxum and Bag-Count. */
const INFO_ROOM = 120
/** A volume's base name is at most so much longer than the bag's. */
const NUMBERED = 16

/**
 * Deals files, in their order, into volumes strictly below `maxBytes`, everything counted; `info` is the length of what the
 * caller adds to bag-info.txt. Throws RangeError on a name that is unsafe, or (whatever its case) twice.
 */
export function planVolumes(files: SizedFile[], baseName: string, { maxBytes, info }: { maxBytes: number; info: number }): PlannedVolume[] {
  checkNames(files)
  const base = 'x'.repeat(Buffer.byteLength(baseName) + NUMBERED)
  const inside = (path: string): string => `${base}/${path}`
  const fixed = END_OF_ZIP + TAGS.reduce((sum, name) => sum + perEntry(inside(name)) + perManifestLine(name), 0)
    + DECLARATION.length + INFO_ROOM + info + indexRoom(files, baseName)
  const volumes: SizedFile[][] = [[]]
  let used = fixed
  for (const file of files) {
    const cost = file.size + perEntry(inside(payload(file.name))) + perManifestLine(payload(file.name))
    if (used + cost >= maxBytes && volumes.at(-1)!.length > 0) {
      volumes.push([])
      used = fixed
    }
    volumes.at(-1)!.push(file)
    used += cost
  }
  return volumes.map((some, i) => {
    const own = volumeName(baseName, i + 1, volumes.length)
    return { name: `${own}.zip`, base: own, files: some }
  })
}

const volumeName = (baseName: string, n: number, total: number): string => (total === 1 ? baseName : `${baseName}-${n}of${total}`)

/** Which file is in which volume; the same text goes into every volume. */
export function indexText(volumes: PlannedVolume[]): string {
  return volumes.map((it) => `${it.name}\n${it.files.map((file) => `  ${file.name}\n`).join('')}`).join('\n')
}

/** Most bytes the index can take, whatever the number of volumes: one volume per file. */
function indexRoom(files: SizedFile[], baseName: string): number {
  const volume = Buffer.byteLength(baseName) + 20
  return volume + files.reduce((sum, file) => sum + volume + Buffer.byteLength(file.name) + 4, 0)
}

function checkNames(files: SizedFile[]): void {
  const seen = new Set<string>()
  for (const { name } of files) {
    const folded = name.toLowerCase()
    if (!isSafe(name)) throw new RangeError('unsafe name in a bag')
    if (seen.has(folded)) throw new RangeError('name twice in a bag')
    seen.add(folded)
  }
}

/** Relative, no step up, nothing Windows forbids: staff open these on Windows. */
function isSafe(name: string): boolean {
  const parts = name.split('/')
  return parts.every((part) => part !== '' && !/^\.+$|[\\:*?"<>|\p{Cc}]|[. ]$/u.test(part))
}
