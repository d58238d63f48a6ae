import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { missingForLive } from '../domain/centre/profile.ts'
import { loadCentre } from './centre-file.ts'

const dir = join(import.meta.dirname, '../../catalogue')

test('the first centre has supplied nothing but its name, and may not take in real people yet', async () => {
  const loaded = await loadCentre(join(dir, 'centre.yaml'))
  expect(loaded.ok && missingForLive(loaded.centre)).toEqual(['legalName', 'bin', 'address', 'responsiblePerson', 'dataList', 'retention', 'thirdParties', 'hostingCountry', 'dossierDelivery', 'filing'])
})

test('the example is complete and calls itself an example', async () => {
  const loaded = await loadCentre(join(dir, 'centre.example.yaml'))
  expect(loaded.ok && missingForLive(loaded.centre)).toEqual([])
  expect(loaded.ok && loaded.centre.example).toBe(true)
})

test('a BIN of eleven digits is told with its line', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'centre-')), 'centre.yaml')
  writeFileSync(path, readFileSync(join(dir, 'centre.yaml'), 'utf8').replace('bin: null ', 'bin: "00000000000" '))
  const loaded = await loadCentre(path)
  expect(loaded.ok ? [] : loaded.mistakes).toMatchObject([{ file: 'centre.yaml', line: 10, path: 'bin', reason: 'mistake.bin' }])
})
