import type { BagFile } from './bag-file.ts'

export const MANIFEST = 'manifest-sha256.txt'
export const INDEX = 'index.txt'

export type SizedFile = BagFile & { size: number }
export type PlannedVolume = { name: string; files: SizedFile[] }

// Zip: local header 30, data descriptor 16, central record 46 bytes, the name twice; manifest: 64 hex digits, three signs, the name.
const perEntry = (name: string): number => 92 + 2 * Buffer.byteLength(name)
const perManifestLine = (name: string): number => 67 + Buffer.byteLength(name)
const END_OF_ZIP = 22

/**
 * Deals files, in their order, into volumes strictly below `maxBytes`, everything counted.
 * Throws RangeError on a name that is unsafe, reserved or (whatever its case) twice.
 */
export function planVolumes(files: SizedFile[], baseName: string, maxBytes: number): PlannedVolume[] {
  checkNames(files)
  const fixed = END_OF_ZIP + perEntry(MANIFEST) + perEntry(INDEX) + indexRoom(files, baseName)
  const volumes: SizedFile[][] = [[]]
  let used = fixed
  for (const file of files) {
    const cost = file.size + perEntry(file.name) + perManifestLine(file.name)
    if (used + cost >= maxBytes && volumes.at(-1)!.length > 0) {
      volumes.push([])
      used = fixed
    }
    volumes.at(-1)!.push(file)
    used += cost
  }
  return volumes.map((some, i) => ({ name: volumeName(baseName, i + 1, volumes.length), files: some }))
}

function volumeName(baseName: string, n: number, total: number): string {
  return total === 1 ? `${baseName}.zip` : `${baseName}-${n}of${total}.zip`
}

/** Which file is in which volume; the same text goes into every volume. */
export function indexText(volumes: PlannedVolume[]): string {
  return volumes.map((it) => `${it.name}\n${it.files.map((file) => `  ${file.name}\n`).join('')}`).join('\n')
}

/** Most bytes the index and its manifest line can take, whatever the number of volumes: one volume per file. */
function indexRoom(files: SizedFile[], baseName: string): number {
  const volume = Buffer.byteLength(baseName) + 20
  return volume + perManifestLine(INDEX) + files.reduce((sum, file) => sum + volume + Buffer.byteLength(file.name) + 4, 0)
}

function checkNames(files: SizedFile[]): void {
  const seen = new Set([MANIFEST, INDEX])
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
