import { photoOf } from '../../test/support/photo.ts'
import { makeBed } from '../bed.ts'
import { follow, goThrough, people, send } from '../crowd.ts'
import { interview, photos } from '../interview.ts'
import { report } from '../report.ts'

const UPDATES = 10_000
const CROWD = 64

/** Resident memory of the bot after ten thousand updates; with its queue, which fetches a photo for every eighth candidate. */
export async function benchMemory(): Promise<void> {
  const bed = await makeBed(await photoOf('ДИПЛОМ'))
  const bot = await bed.bot('product', { BENCH_SNAPSHOT_MS: '5000' })
  const { rssMb: start } = await bot.usage()
  let made = 0
  let highest = start
  while (made < UPDATES) {
    const crowd = people(CROWD)
    follow(bed, crowd)
    made += await goThrough(bot.port, crowd, interview)
    const senders = crowd.filter((_, index) => index % 8 === 0)
    await Promise.all(senders.map(async (person) => {
      for (const move of photos(person).slice(0, 2)) await send(bot.port, person, move)
    }))
    made += senders.length * 2
    highest = Math.max(highest, (await bot.usage()).rssMb)
  }
  report({ what: 'resident memory after the start', measured: start, target: null, unit: ' MB' })
  report({ what: `highest seen during ${made} updates`, measured: highest, target: null, unit: ' MB' })
  report({ what: 'resident memory afterwards', measured: (await bot.usage()).rssMb, target: 200, unit: ' MB' })
  await bot.stop()
  await bed.stop()
}
