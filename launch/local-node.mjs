// Node 26 from the npm package `node`, made to run on this machine.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { aptInstall } from './apt.mjs'
import { localNode, modules } from './paths.mjs'
import { Refusal } from './say.mjs'

export const wantedNode = 26

/** @param {string} node @returns {{ major: number, complaint: string }} major is 0 when it does not run */
const tryNode = (node) => {
  const { stdout, stderr, error } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  const major = Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 0)
  return { major, complaint: error?.message ?? stderr.trim() }
}

/** @returns {string | undefined} the packaged Node, or the one that runs this when it is new enough */
const usable = () => [localNode, process.execPath].find((node) => tryNode(node).major >= wantedNode)

/** @returns {string} the Node to run the product with */
export const ensureNode = () => {
  const node = usable()
  if (node) return node
  const { complaint } = tryNode(localNode)
  const library = complaint.includes('libatomic') // Node wants it and a bare Debian lacks it
  const mended = library && aptInstall('libatomic1', `Node ${wantedNode} needs a system library`) ? usable() : undefined
  if (mended) return mended
  // npm puts this one first on PATH: left there, it would be what the next npm start tries to run.
  for (const part of ['bin', 'node_modules']) rmSync(join(modules, 'node', part), { recursive: true, force: true })
  const remedy = library
    ? 'Type:  sudo apt-get install libatomic1'
    : `See why with:  npm rebuild node --ignore-scripts=false --foreground-scripts   or install Node ${wantedNode}`
  throw new Refusal(`Node ${wantedNode} does not run here (${complaint}). ${remedy}   and run the same command again.`)
}
