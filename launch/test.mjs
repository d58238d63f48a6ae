// npm test: types, then tests, under Node 26. What is typed after `--` goes to vitest.
import { run, say } from './say.mjs'
import { runNode } from './run-node.mjs'
import { setUp } from './set-up.mjs'
import { checkTools } from './tools.mjs'

await run(async () => {
  const { node, redisServer } = setUp({ redis: true })
  const env = { ...process.env, QUJAT_REDIS_SERVER: redisServer, QUJAT_MISSING: checkTools(process.env) }
  const types = await runNode(node, ['node_modules/typescript/bin/tsc', '--noEmit'], env)
  if (types !== 0) {
    say('The types do not fit (above); tests were not run.')
    return types
  }
  return runNode(node, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], env)
})
