import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { VaultDamaged, VaultMissing } from '../../src/storage/errors.ts'
import { create, makeBed, type Bed } from './bed.ts'

let bed: Bed
beforeAll(async () => { bed = await makeBed() })
afterAll(() => bed.end())

const scan = Buffer.alloc(300_000, 'диплом')

test('a scan comes back as it was, and lies there unreadable', async () => {
  const { id } = await create(bed)
  await bed.vault.put(id, 'u1.jpg', scan)
  expect(Buffer.from(await bed.vault.get(id, 'u1.jpg')).equals(scan)).toBe(true)
  expect(await bed.vault.has(id, 'u1.jpg')).toBe(true)
  expect((await readFile(join(bed.dir, 'cases', id, 'u1.jpg'))).includes('диплом')).toBe(false)
  await bed.vault.getToFile(id, 'u1.jpg', join(bed.dir, 'out.jpg'))
  expect((await readFile(join(bed.dir, 'out.jpg'))).equals(scan)).toBe(true)
  await bed.vault.put(id, 'empty', new Uint8Array())
  await bed.vault.getToFile(id, 'empty', join(bed.dir, 'empty'))
  expect((await readFile(join(bed.dir, 'empty'))).length).toBe(0)
})

test('a half-written file is never seen', async () => {
  const { id } = await create(bed)
  await bed.vault.put(id, 'u1.jpg', scan)
  await writeFile(join(bed.dir, 'cases', id, '.half-00aa'), 'half')
  expect(await bed.vault.list(id)).toEqual(['u1.jpg'])
  const seen = new Set<number>()
  const writing = (async () => { for (let n = 0; n < 20; n += 1) await bed.vault.put(id, 'u1.jpg', Buffer.alloc(200_000 + n)) })()
  for (let n = 0; n < 40; n += 1) seen.add((await bed.vault.get(id, 'u1.jpg')).length)
  await writing
  expect([...seen].every(size => size >= 200_000)).toBe(true)
})

test('a damaged, cut or moved file is refused, and nothing of it is left in the open', async () => {
  const { id } = await create(bed)
  await bed.vault.put(id, 'u1.jpg', scan)
  const path = join(bed.dir, 'cases', id, 'u1.jpg')
  const good = await readFile(path)
  const bad = Buffer.from(good)
  bad[1000]! ^= 1
  for (const bytes of [bad, good.subarray(0, 5000), good.subarray(0, 10), Buffer.alloc(0)]) {
    await writeFile(path, bytes)
    await expect(bed.vault.get(id, 'u1.jpg')).rejects.toBeInstanceOf(VaultDamaged)
    await expect(bed.vault.getToFile(id, 'u1.jpg', join(bed.dir, 'bad.jpg'))).rejects.toBeInstanceOf(VaultDamaged)
  }
  await writeFile(join(bed.dir, 'cases', id, 'u2.jpg'), good)
  await expect(bed.vault.get(id, 'u2.jpg')).rejects.toBeInstanceOf(VaultDamaged)
  expect((await readdir(bed.dir)).filter(name => name.includes('bad') || name.includes('half'))).toEqual([])
})

test('what is not there is missing; a name cannot leave its folder', async () => {
  const { id } = await create(bed)
  await expect(bed.vault.get(id, 'u9.jpg')).rejects.toBeInstanceOf(VaultMissing)
  await expect(bed.vault.getToFile(id, 'u9.jpg', join(bed.dir, 'x'))).rejects.toBeInstanceOf(VaultMissing)
  for (const name of ['../u1.jpg', 'a/b', '.hidden', '', '..']) await expect(bed.vault.put(id, name, scan)).rejects.toThrow(RangeError)
  expect(await bed.vault.list('nobody')).toEqual([])
})

test('without its key a case is gone, whoever kept a copy of the files', async () => {
  const { id } = await create(bed)
  await bed.vault.put(id, 'u1.jpg', scan)
  const path = join(bed.dir, 'cases', id, 'u1.jpg')
  const copy = await readFile(path)
  await bed.vault.erase(id)
  expect(await bed.vault.list(id)).toEqual([])
  expect(await readdir(join(bed.dir, 'keys'))).not.toContain(id)
  await expect(bed.vault.put(id, 'u1.jpg', copy)).rejects.toMatchObject({ code: 'key.gone' })
  await expect(bed.vault.get(id, 'u1.jpg')).rejects.toBeInstanceOf(VaultMissing)
  expect(await bed.store.load(id)).toBeNull()
})

test('a global file is sealed too', async () => {
  await bed.vault.putGlobal('state', Buffer.from('Ақмарал'))
  expect(Buffer.from((await bed.vault.getGlobal('state'))!).toString()).toBe('Ақмарал')
  expect((await readFile(join(bed.dir, 'global', 'state'))).includes('Ақмарал')).toBe(false)
  expect(await bed.vault.getGlobal('nothing')).toBeNull()
})
