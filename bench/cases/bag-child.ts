import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { packVolumes } from '../../src/papers/bag.ts'

// A process of its own packs twenty originals of a megabyte each: its memory is that of the packing.
const dir = process.argv[2]!
const files = Array.from({ length: 20 }, (_, n) => {
  const file = path.join(dir, `original-${n}.jpg`)
  writeFileSync(file, randomBytes(1_000_000))
  return { name: `${n}.jpg`, source: { path: file }, mtime: '2026-11-28T00:00:00Z' }
})
const volumes = await packVolumes(files, { baseName: '26-0001-1', outDir: dir, info: [] })
// Not maxRSS, which a process takes over from its parent.
const memory = Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
process.send?.({ memory, bytes: volumes.reduce((sum, { size }) => sum + size, 0) })
