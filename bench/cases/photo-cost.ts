import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { asSent, goodScene, photograph } from '../../test/photos/camera.ts'
import { SIZES } from '../../test/photos/labelled.ts'
import { renderPage } from '../../test/photos/render-page.ts'
import { report } from '../report.ts'
import type { Cost } from './photo-cost-child.ts'

/** One photo inspected many times in a process of its own, beside sharp's decoding and resizing of the same bytes. */
export async function benchPhotoCost(): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'qujat-cost-'))
  try {
    for (const [kind, dpi] of [['contract', 220], ['id-back', 640]] as const) {
      const shot = await photograph(await renderPage(kind, { dpi }), SIZES[kind], goodScene(1), 4000)
      for (const long of [1280, 2560, 4000] as const) {
        const file = path.join(dir, `${kind}-${long}.jpg`)
        await writeFile(file, long === 4000 ? shot.jpeg : await asSent(shot.jpeg, long))
        const child = fork(path.join(import.meta.dirname, 'photo-cost-child.ts'), [file])
        const [cost] = (await once(child, 'message')) as [Cost]
        report({ what: `${kind}, ${long} pixels: CPU, times decode + resize to 1280 (${cost.reference.toFixed(0)} ms)`, measured: cost.own / cost.reference, target: 3, unit: '' })
        report({ what: `${kind}, ${long} pixels: most memory`, measured: cost.memory, target: 350, unit: ' MB' })
      }
    }
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
