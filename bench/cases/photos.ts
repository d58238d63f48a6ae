import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { DoubtReason } from '../../src/domain/documents/verdict.ts'
import { judge } from '../../src/media/judge.ts'
import { readPicture } from '../../src/media/read-picture.ts'
import { type Sample, samples, take } from '../../test/photos/labelled.ts'

const TODAY = '2026-11-27'
const SIZES = [1280, 2560] as const
/** Even rounds: thresholds were chosen on the odd ones. */
const ROUNDS = [2, 4]
const REASONS: DoubtReason[] = ['blurred', 'dark', 'small', 'blank', 'shaken', 'bright', 'glare', 'cut', 'sideways', 'covered']
/** Small letters lower than this cannot be read; between the two it is a matter of taste. */
const UNREADABLE = 4.4
const READABLE = 5.2

type Judged = { truth: string; strength: number; letter: number; found: DoubtReason[]; hard: boolean }

const doubtsOf = async (bytes: Buffer): Promise<{ reason: DoubtReason; hard: boolean }[]> =>
  (await judge(await readPicture(bytes, 'jpeg'), { origin: 'photo', zone: false, today: TODAY })).verdict.doubts

async function judged(sample: Sample): Promise<Record<(typeof SIZES)[number], Judged>> {
  const { sent, letter } = await take(sample)
  const of = async (size: (typeof SIZES)[number]): Promise<Judged> => {
    const doubts = await doubtsOf(sent[size])
    return { truth: sample.truth, strength: sample.strength, letter: letter[size], found: doubts.map(({ reason }) => reason), hard: doubts.some(({ hard }) => hard) }
  }
  return { 1280: await of(1280), 2560: await of(2560) }
}

/** Text that is too small is a matter of its height, whatever was meant; a strong shake is a blur as well. */
function isTruly(each: Judged, reason: DoubtReason): boolean {
  if (reason === 'small') return each.letter < READABLE
  return each.truth === reason || (reason === 'blurred' && each.truth === 'shaken' && each.strength > 1)
}

const share = (part: number, of: number): string => `${part}/${of}`.padStart(8)

function row(all: Judged[], reason: DoubtReason): string {
  const strength = (level: number): Judged[] => all.filter((each) => (reason === 'small' ? each.letter < UNREADABLE && ['small', 'good'].includes(each.truth) : each.truth === reason && each.strength === level))
  const recall = [1, 2, 3].map((level) => { const those = strength(level); return share(those.filter(({ found }) => found.includes(reason)).length, those.length) })
  const said = all.filter(({ found }) => found.includes(reason))
  return `  ${reason.padEnd(10)}${recall.join('')}${share(said.filter((each) => isTruly(each, reason)).length, said.length).padStart(12)}`
}

function print(size: number, all: Judged[]): void {
  const good = all.filter((each) => each.truth === 'good' && each.letter > READABLE)
  console.log(`  ${size} pixels, ${all.length} photos: good ones doubted ${good.filter(({ found }) => found.length > 0).length}/${good.length}, of them hard ${good.filter(({ hard }) => hard).length}`)
  console.log(`  ${'reason'.padEnd(10)}${['weak', 'middle', 'strong'].map((each) => each.padStart(8)).join('')}${'precision'.padStart(12)}`)
  for (const reason of REASONS) console.log(row(all, reason))
}

/** A centre's own photos: folders named by what is wrong with their photos, `good` among them (PHOTOS=folder). */
async function ownPhotos(folder: string): Promise<Judged[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((each) => each.isDirectory()).map(({ name }) => name)
  const files = await Promise.all(names.map(async (name) => (await readdir(path.join(folder, name))).filter((file) => /\.jpe?g$/i.test(file)).map((file) => ({ truth: name, file: path.join(folder, name, file) }))))
  const out: Judged[] = []
  for (const { truth, file } of files.flat()) {
    const doubts = await doubtsOf(await readFile(file))
    out.push({ truth, strength: 2, letter: truth === 'small' ? 0 : READABLE + 1, found: doubts.map(({ reason }) => reason), hard: doubts.some(({ hard }) => hard) })
  }
  return out
}

/** What the eye says of a set of pretended photos, made anew, beside what is wrong with them. */
export async function benchPhotos(): Promise<void> {
  const folder = process.env['PHOTOS']
  if (folder) return print(0, await ownPhotos(path.resolve(process.env['INIT_CWD'] ?? '.', folder)))
  const all: Record<(typeof SIZES)[number], Judged>[] = []
  for (const sample of samples(ROUNDS)) all.push(await judged(sample))
  for (const size of SIZES) print(size, all.map((each) => each[size]))
}
