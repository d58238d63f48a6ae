import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { type PassThrough, Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile, type ReadStreamOptions } from 'yazl'
import { BAG_INFO, BAGIT, DECLARATION, hashOf, INDEX, MANIFEST, manifestLine, payload, TAG_MANIFEST } from './bagit.ts'
import type { PlannedVolume, SizedFile } from './plan-volumes.ts'

/** All Kazakhstan keeps one time since March 2024; a zip knows only local times. */
const LOCAL_OFFSET_MS = 5 * 3_600_000
const REGULAR_FILE = 0o100644

/** Writes one zip, hashing what goes in as it goes in, so the manifest tells what the zip really holds. */
export async function writeVolume(path: string, volume: PlannedVolume, tags: { index: string; info: string }): Promise<{ size: number; sha256: string }> {
  const zip = new ZipFile()
  const hash = createHash('sha256')
  let size = 0
  const counted = tap((chunk) => {
    hash.update(chunk)
    size += chunk.length
  })
  const output = zip.outputStream as PassThrough
  zip.once('error', (error) => output.destroy(error))
  const written = pipeline(output, counted, createWriteStream(path))
  addAll(zip, volume, tags)
  zip.end()
  await written
  return { size, sha256: hash.digest('hex') }
}

/** Payload first, then the tag files, each manifest when all its lines are known. */
function addAll(zip: ZipFile, { base, files }: PlannedVolume, { index, info }: { index: string; info: string }): void {
  const latest = files.map((file) => file.mtime).sort().at(-1) ?? '1980-01-01T00:00:00Z'
  const manifest: string[] = []
  const tagManifest: string[] = []
  for (const file of files) addOne(zip, { ...file, name: `${base}/${payload(file.name)}` }, (sha256) => manifest.push(manifestLine(sha256, payload(file.name))))
  const tag = (name: string, text: () => string): void => zip.addReadStreamLazy(`${base}/${name}`, settings(latest), (give) => {
    const bytes = Buffer.from(text())
    if (name !== TAG_MANIFEST) tagManifest.push(manifestLine(hashOf(bytes), name))
    give(null, Readable.from([bytes]))
  })
  tag(BAGIT, () => DECLARATION)
  tag(BAG_INFO, () => info)
  tag(INDEX, () => index)
  tag(MANIFEST, () => manifest.join(''))
  tag(TAG_MANIFEST, () => tagManifest.join(''))
}

function addOne(zip: ZipFile, file: SizedFile, done: (sha256: string) => void): void {
  const { source } = file
  const open = (): Readable => ('path' in source ? createReadStream(source.path) : Readable.from([source.bytes]))
  zip.addReadStreamLazy(file.name, { ...settings(file.mtime), size: file.size }, (give) => {
    const hash = createHash('sha256')
    const input = open()
    const hashed = input.pipe(hashing(hash, done))
    input.once('error', (error) => zip.emit('error', error))
    give(null, hashed)
  })
}

function hashing(hash: Hash, done: (sha256: string) => void): Transform {
  return tap((chunk) => hash.update(chunk), () => done(hash.digest('hex')))
}

function tap(see: (chunk: Buffer) => void, end: () => void = () => {}): Transform {
  return new Transform({
    transform(chunk: Buffer, _, next) {
      see(chunk)
      next(null, chunk)
    },
    flush(next) {
      end()
      next()
    },
  })
}

function settings(mtime: string): Partial<ReadStreamOptions> {
  return { compress: false, mode: REGULAR_FILE, mtime: wallClock(mtime), forceDosTimestamp: true }
}

/** A date whose local fields, in whatever zone this process runs, are Kazakhstan's time: the zip stores those. */
function wallClock(instant: string): Date {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) throw new RangeError('mtime is not an ISO 8601 instant')
  const local = new Date(ms + LOCAL_OFFSET_MS)
  return new Date(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds())
}
