import { createHash } from 'node:crypto'
import { SealedIndex } from '../../domain/dossier/sealed.ts'
import { unwrapKey } from '../../lib/seal.ts'
import { erasedCase } from '../erase.ts'
import { fromBytes, SNAPSHOT, Snapshot } from '../snapshot-record.ts'
import type { Upkeep } from './upkeep.ts'

/** What is wrong, and where: the place in the vault, never a person's data. */
export type Problem = { place: string; what: 'no key' | 'key does not open' | 'damaged' | 'missing' | 'checksum' | 'unreadable' }
export type Verified = { cases: number; files: number; bytes: number; problems: Problem[] }

async function sealedRounds({ vault }: Upkeep, id: string, names: string[]): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const name of names.filter((each) => /^sealed-\d[\w-]*\.json$/.test(each))) {
    const index = SealedIndex.safeParse(fromBytes(await vault.get(id, name)))
    if (!index.success) problems.push({ place: `${id}/${name}`, what: 'unreadable' })
    for (const file of index.data?.files ?? []) {
      if (!names.includes(file.name)) problems.push({ place: `${id}/${file.name}`, what: 'missing' })
      else if (createHash('sha256').update(await vault.get(id, file.name)).digest('hex') !== file.sha256) problems.push({ place: `${id}/${file.name}`, what: 'checksum' })
    }
  }
  return problems
}

/** Files that the snapshot knows of must be there, and be what was sent. */
async function snapshotFiles({ vault }: Upkeep, id: string, names: string[]): Promise<Problem[]> {
  if (!names.includes(SNAPSHOT)) return []
  const snapshot = Snapshot.safeParse(fromBytes(await vault.get(id, SNAPSHOT)))
  if (!snapshot.success) return [{ place: `${id}/${SNAPSHOT}`, what: 'unreadable' }]
  const problems: Problem[] = []
  for (const { original, sha256, pages } of snapshot.data.case.secret.uploads) {
    for (const name of [...(original === null ? [] : [original]), ...pages.map(({ file }) => file)]) if (!names.includes(name)) problems.push({ place: `${id}/${name}`, what: 'missing' })
    if (original === null || sha256 === null || !names.includes(original)) continue
    if (createHash('sha256').update(await vault.get(id, original)).digest('hex') !== sha256) problems.push({ place: `${id}/${original}`, what: 'checksum' })
  }
  return problems
}

async function verifyCase(upkeep: Upkeep, id: string): Promise<Omit<Verified, 'cases'>> {
  const { vault, keyring, vaultKeys } = upkeep
  const names = await vault.list(id)
  const wrapped = await keyring.wrapped(id)
  if (!wrapped) return { files: names.length, bytes: 0, problems: [{ place: id, what: 'no key' }] }
  try {
    unwrapKey(vaultKeys, wrapped, id)
  } catch {
    return { files: names.length, bytes: 0, problems: [{ place: id, what: 'key does not open' }] }
  }
  let bytes = 0
  const problems: Problem[] = []
  for (const name of names) {
    const read = await vault.get(id, name).catch(() => null)
    if (read) bytes += read.length
    else problems.push({ place: `${id}/${name}`, what: 'damaged' })
  }
  const whole = names.filter((name) => !problems.some(({ place }) => place === `${id}/${name}`))
  problems.push(...await sealedRounds(upkeep, id, whole), ...await snapshotFiles(upkeep, id, whole))
  // What is damaged need not be called missing too.
  const unique = new Map(problems.map((each) => [each.place, each]).reverse() as [string, Problem][])
  return { files: names.length, bytes, problems: [...unique.values()] }
}

/** Opens every key and every file, and compares every checksum that is known. Changes nothing; needs no Redis. */
export async function verify(upkeep: Upkeep): Promise<Verified> {
  const { vault, progress } = upkeep
  const globals = await vault.globals()
  const erased = new Set(globals.flatMap(erasedCase))
  const ids = (await vault.cases()).filter((id) => !erased.has(id))
  const all: Verified = { cases: ids.length, files: globals.length, bytes: 0, problems: [] }
  for (const name of globals) {
    const read = await vault.getGlobal(name).catch(() => null)
    if (!read) all.problems.push({ place: `global/${name}`, what: 'damaged' })
  }
  for (const [at, id] of ids.entries()) {
    const one = await verifyCase(upkeep, id)
    all.files += one.files
    all.bytes += one.bytes
    all.problems.push(...one.problems)
    progress(at + 1, ids.length)
  }
  return all
}
