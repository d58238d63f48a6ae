import { cpus } from 'node:os'
import { benchChecklists } from './cases/checklists.ts'
import { benchDesk } from './cases/desk.ts'
import { benchInterview } from './cases/interview.ts'
import { benchLongCase } from './cases/long-case.ts'
import { benchMemory } from './cases/memory.ts'
import { benchNotices } from './cases/notices.ts'
import { benchRejudge } from './cases/rejudge.ts'
import { benchPapers } from './cases/papers.ts'
import { benchPhotoCost } from './cases/photo-cost.ts'
import { benchPhotos } from './cases/photos.ts'
import { benchRedis } from './cases/redis.ts'
import { benchSamePicture } from './cases/same-picture.ts'
import { benchSearch } from './cases/search.ts'
import { benchStart } from './cases/start.ts'
import { benchZones } from './cases/zones.ts'

const BENCHES: Record<string, { title: string; run(): Promise<void> }> = {
  interview: { title: 'CPU of an interview update, beside a bare bot', run: benchInterview },
  'long-case': { title: 'the 200th update of one candidate, beside the 10th', run: benchLongCase },
  redis: { title: 'Redis bytes of a finished case', run: benchRedis },
  start: { title: 'from start to the first answer', run: benchStart },
  checklists: { title: 'requirements judged and checklist made, pure', run: benchChecklists },
  search: { title: 'search over 2,000 trades', run: benchSearch },
  memory: { title: 'resident memory after 10,000 updates', run: benchMemory },
  photos: { title: 'what the eye says of photos, beside what is wrong with them', run: benchPhotos },
  zones: { title: 'machine-readable zones of 100 cards under six conditions', run: benchZones },
  'same-picture': { title: 'photos saved again, beside other papers on the same form', run: benchSamePicture },
  desk: { title: 'lists of the staff over 10,000 cases', run: benchDesk },
  notices: { title: 'a notice to 100,000, beside a bare loop of the same calls', run: benchNotices },
  rejudge: { title: 'a new version of the catalogue over 10,000 open cases', run: benchRejudge },
  papers: { title: 'dossiers beside img2pdf, a hundred in a row, a package of 20 MB', run: benchPapers },
  'photo-cost': { title: 'CPU and memory of a photo, beside decoding it', run: benchPhotoCost },
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`)
  process.exit(64)
}

console.log(`Node ${process.versions.node}, ${cpus().length} cores`)
let broken = 0
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n${name}: ${bench.title}`)
  // A figure over its target is a figure; only a bench that could not run is a failure.
  await bench.run().catch((error: unknown) => {
    broken++
    console.error('  could not run:', error)
  })
}
process.exit(broken > 0 ? 1 : 0)
