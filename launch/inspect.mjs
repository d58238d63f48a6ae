// npm run inspect -- FILE…: what the machine would say of photos and files.
import { resolve } from 'node:path'
import { runNode } from './run-node.mjs'
import { run } from './say.mjs'
import { setUp } from './set-up.mjs'

await run(() => {
  const { node } = setUp({ redis: false })
  // Files are meant from where the command was typed; the program itself runs at the root.
  return runNode(node, ['src/inspect-files.ts', ...process.argv.slice(2).map((file) => resolve(process.env.INIT_CWD ?? '.', file))], process.env)
})
