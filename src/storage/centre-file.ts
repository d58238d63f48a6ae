import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { centreSchema } from '../domain/centre/profile.ts'
import type { Centre } from '../domain/centre/profile.ts'
import { placed, readYaml } from './yaml-file.ts'
import type { Mistake } from './yaml-file.ts'

export type LoadedCentre = { ok: true; centre: Centre; /** Path of the centre's own application form, if it has one. */ formFile: string | null } | { ok: false; mistakes: Mistake[] }

/** Reads the centre's profile; its form lies in `forms/` beside it. Throws only if the file cannot be read; mistakes in it are a value. */
export async function loadCentre(path: string): Promise<LoadedCentre> {
  const read = readYaml(basename(path), await readFile(path, 'utf8'), centreSchema)
  if (!read.ok) return read
  const { applicationForm } = read.value
  const formFile = applicationForm && join(dirname(path), 'forms', applicationForm)
  if (formFile && !existsSync(formFile)) {
    const said = { path: ['applicationForm'], reason: 'mistake.form-missing', values: { file: `forms/${applicationForm}` } }
    return { ok: false, mistakes: [placed(basename(path), said, read.lineOf)] }
  }
  return { ok: true, centre: read.value, formFile }
}
