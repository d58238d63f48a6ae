import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { centreSchema } from '../domain/centre/profile.ts'
import type { Centre } from '../domain/centre/profile.ts'
import { readYaml } from './yaml-file.ts'
import type { Mistake } from './yaml-file.ts'

export type LoadedCentre = { ok: true; centre: Centre } | { ok: false; mistakes: Mistake[] }

/** Reads the centre's profile. Throws only if the file cannot be read; mistakes in it are a value. */
export async function loadCentre(path: string): Promise<LoadedCentre> {
  const read = readYaml(basename(path), await readFile(path, 'utf8'), centreSchema)
  return read.ok ? { ok: true, centre: read.value } : read
}
