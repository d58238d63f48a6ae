import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPromise } from 'yauzl'
import { bagMistakes } from '../support/bagit-check.ts'
import { type BagFile, packVolumes, type Volume } from '../../src/papers/bag.ts'

const MTIME = '2026-11-23T09:30:00Z'
const missing = (tool: string): boolean => (process.env['QUJAT_MISSING'] ?? '').split(/[\s,]+/).includes(tool)
let dir: string
beforeAll(async () => void (dir = await mkdtemp(join(tmpdir(), 'bag-test-'))))
afterAll(() => rm(dir, { recursive: true, force: true }))

const outDir = (): Promise<string> => mkdtemp(join(dir, 'out-'))
const filled = (name: string, size: number): BagFile => ({ name, mtime: MTIME, source: { bytes: Buffer.alloc(size, name) } })

async function contents(volume: Volume): Promise<Map<string, Buffer>> {
  const zip = await openPromise(volume.path)
  const found = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    expect(entry.compressionMethod).toBe(0)
    expect(entry.fileName.startsWith(`${volume.name.replace('.zip', '')}/`)).toBe(true)
    found.set(entry.fileName.slice(volume.name.length - 3), await buffer(await zip.openReadStreamPromise(entry)))
  }
  return found
}

describe('the bag a reviewer receives', () => {
  test('comes in volumes below the limit, each with a manifest that holds and an index of all', async () => {
    const onDisk = join(dir, 'diploma.pdf')
    await writeFile(onDisk, Buffer.alloc(70_000, 'диплом'))
    const files: BagFile[] = [
      filled('01-identity-1.jpg', 60_000),
      { name: '02-education-1.pdf', mtime: MTIME, source: { path: onDisk } },
      filled('03-work-1.jpg', 97_000),
      filled('dossier.json', 10),
    ]
    const volumes = await packVolumes(files, { baseName: 'Q-000123', outDir: await outDir(), maxBytes: 100_000 })
    expect(volumes.map((it) => it.name)).toEqual(['Q-000123-1of3.zip', 'Q-000123-2of3.zip', 'Q-000123-3of3.zip'])
    const seen: string[] = []
    for (const volume of volumes) {
      expect(volume.size).toBeLessThan(100_000)
      const bytes = await readFile(volume.path)
      expect(volume.size).toBe(bytes.length)
      expect(volume.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
      const inside = await contents(volume)
      expect(bagMistakes(inside)).toEqual([])
      for (const other of volumes) expect(inside.get('index.txt')!.toString()).toContain(other.name)
      seen.push(...[...inside.keys()].filter((name) => name.startsWith('data/')).map((name) => name.slice(5)))
    }
    expect(seen).toEqual(files.map((it) => it.name))
  })

  test('of a few files is one zip with a plain name', async () => {
    const [only, ...more] = await packVolumes([filled('a.jpg', 10)], { baseName: 'Q-1', outDir: await outDir() })
    expect(more).toEqual([])
    expect(only!.name).toBe('Q-1.zip')
  })

  test('is full to the last byte and never over, whatever the sizes', async () => {
    for (const size of [900, 1000, 1001, 1002, 1100, 1500]) {
      const files = Array.from({ length: 9 }, (_, i) => filled(`${i}.jpg`, size + i))
      for (const it of await packVolumes(files, { baseName: 'Q', outDir: await outDir(), maxBytes: 6000 })) expect(it.size).toBeLessThan(6000)
    }
  })

  test('lets a file that is too large go alone', async () => {
    const files = [filled('a.jpg', 10), filled('huge.pdf', 50_000), filled('b.jpg', 10)]
    const volumes = await packVolumes(files, { baseName: 'Q-1', outDir: await outDir(), maxBytes: 20_000 })
    expect([...(await contents(volumes[1]!)).keys()]).toEqual(['data/huge.pdf', 'bagit.txt', 'bag-info.txt', 'index.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'])
    expect(volumes).toHaveLength(3)
  })

  test('has the same bytes tomorrow and in another time zone', async () => {
    const pack = async (): Promise<string> => (await packVolumes([filled('a.jpg', 500)], { baseName: 'Q', outDir: await outDir() }))[0]!.sha256
    const zone = process.env['TZ']
    process.env['TZ'] = 'America/New_York'
    const far = await pack()
    process.env['TZ'] = 'Asia/Almaty'
    const near = await pack()
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
    expect(near).toBe(far)
  })

  test('refuses names that would climb out or meet twice on Windows', async () => {
    const pack = async (...names: string[]): Promise<unknown> => packVolumes(names.map((name) => filled(name, 1)), { baseName: 'Q', outDir: await outDir() })
    await expect(pack('../a.jpg')).rejects.toThrow('unsafe')
    await expect(pack('/etc/passwd')).rejects.toThrow('unsafe')
    await expect(pack('a\nb')).rejects.toThrow('unsafe')
    await expect(pack('a.jpg', 'A.JPG')).rejects.toThrow('twice')
  })

  test('fails aloud when a file is gone', async () => {
    await expect(packVolumes([{ name: 'a', mtime: MTIME, source: { path: join(dir, 'gone') } }], { baseName: 'Q', outDir: await outDir() })).rejects.toThrow('ENOENT')
  })

  test.skipIf(missing('sha256sum'))('is verified by sha256sum alone, without this software', async () => {
    const [volume] = await packVolumes([filled('a.jpg', 500), filled('b.jpg', 7)], { baseName: 'Q', outDir: await outDir() })
    const away = await outDir()
    for (const [name, bytes] of await contents(volume!)) {
      await mkdir(join(away, name, '..'), { recursive: true })
      await writeFile(join(away, name), bytes)
    }
    const checked = (manifest: string): number => execFileSync('sha256sum', ['-c', manifest], { cwd: away }).toString().match(/OK$/gm)?.length ?? 0
    expect([checked('manifest-sha256.txt'), checked('tagmanifest-sha256.txt')]).toEqual([2, 4])
  })
})
