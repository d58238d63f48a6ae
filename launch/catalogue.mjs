// npm run catalogue -- check|diff|template: for the centre's editor.
import { resolve } from 'node:path'
import { runNode } from './run-node.mjs'
import { run } from './say.mjs'
import { setUp } from './set-up.mjs'

/** A folder is meant from where the command was typed; the program itself runs at the root. */
const fromHere = (/** @type {string} */ word, /** @type {number} */ at) =>
  at > 0 && !word.startsWith('-') && !['kk', 'ru', 'en'].includes(word) ? resolve(process.env.INIT_CWD ?? '.', word) : word

await run(() => {
  const { node } = setUp({ redis: false })
  return runNode(node, ['src/catalogue-command.ts', ...process.argv.slice(2).map(fromHere)], process.env)
})
