import sharp from 'sharp'
import { isSamePicture } from '../../src/domain/documents/same-picture.ts'
import { lookParts } from '../../src/media/eye/look-hash.ts'
import { look } from '../../src/media/eye/look.ts'
import { asSent, goodScene, photograph } from '../../test/photos/camera.ts'
import { SIZES } from '../../test/photos/labelled.ts'
import { renderPage } from '../../test/photos/render-page.ts'

const KINDS = ['id-front', 'id-back', 'passport', 'diploma', 'supplement', 'work-book', 'contract', 'archive', 'certificate', 'referral'] as const
const PEOPLE = 6
const SAVED = [[1280, 80], [1100, 60], [900, 50], [2000, 70]] as const

const partsOf = async (jpeg: Uint8Array): Promise<Uint8Array> => lookParts((await look(jpeg)).small)
const sixth = (one: Uint8Array, other: Uint8Array): number => [...one].map((value, at) => Math.abs(value - other[at]!)).sort((a, b) => b - a)[5]!

/** One form filled for several people and photographed from the same place, and each of the photos saved again. */
export async function benchSamePicture(): Promise<void> {
  const [again, others]: [number[], number[]] = [[], []]
  let [missed, wrong] = [0, 0]
  for (const kind of KINDS) {
    const seen: Uint8Array[] = []
    for (let seed = 1; seed <= PEOPLE; seed++) {
      const sent = await asSent((await photograph(await renderPage(kind, { seed, dpi: 300 }), SIZES[kind], goodScene(5))).jpeg, 2560)
      const own = await partsOf(sent)
      for (const [width, quality] of SAVED) {
        const saved = await partsOf(await sharp(sent).resize({ width, height: width, fit: 'inside' }).jpeg({ quality }).toBuffer())
        again.push(sixth(own, saved))
        if (!isSamePicture(own, saved)) missed++
      }
      for (const other of seen) {
        others.push(sixth(own, other))
        if (isSamePicture(own, other)) wrong++
      }
      seen.push(own)
    }
  }
  console.log(`  saved again, ${again.length} times: sixth most changed part by ${Math.max(...again)} at most; not known again ${missed}   target 0   ${missed === 0 ? 'ok' : 'OVER'}`)
  console.log(`  another's on the same form, ${others.length} pairs: by ${Math.min(...others)} at least; taken for the same ${wrong}   target 0   ${wrong === 0 ? 'ok' : 'OVER'}`)
}
