// npm run bench: the benchmarks, each with its own printed ratio.
import { runNode } from './run-node.mjs'
import { run } from './say.mjs'
import { setUp } from './set-up.mjs'

await run(() => {
  const { node, redisServer } = setUp({ redis: true })
  const env = { ...process.env, QUJAT_REDIS_SERVER: redisServer }
  return runNode(node, ['bench/main.ts', ...process.argv.slice(2)], env)
})
