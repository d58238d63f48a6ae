import { fork } from 'node:child_process'
import { once } from 'node:events'
import { makeBed } from './bed.ts'
import { follow, goThrough, people } from './crowd.ts'
import { interview } from './interview.ts'
const bed = await makeBed()
const exec = (process.env['EXEC'] ?? '').split(' ').filter(Boolean)
const child = fork('/work/main/bench/mem-child.ts', { env: { ...process.env, ...bed.env, BENCH_SNAPSHOT_MS: '5000' }, execArgv: exec })
const [hello] = await once(child, 'message') as [{ port: number }]
const cpu = () => 0
const ask = async (what: string) => { child.send(what); const [m] = await once(child, 'message') as [Record<string, number>]; console.log(what, Object.entries(m).map(([k, v]) => `${k} ${(v / 1048576).toFixed(0)}`).join(' ')) }
await ask('use'); if (exec.includes('--expose-gc')) await ask('gc')
for (let n = 0; n < Number(process.env.N ?? 4); n++) { const crowd = people(Number(process.env.CROWD ?? 64)); follow(bed, crowd); await goThrough(hello.port, crowd, interview); await ask('use') }
if (exec.includes('--expose-gc')) await ask('gc')
child.disconnect(); await bed.stop(); process.exit(0)
