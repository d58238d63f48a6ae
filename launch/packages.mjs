// The npm packages, and with them Node 26 (the npm package `node`): installed once per package-lock.json.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wantedNode } from './local-node.mjs'
import { localNode, modules, root, systemEnv } from './paths.mjs'
import { Refusal, say } from './say.mjs'

const stampFile = join(modules, '.qujat-installed')

/** @param {string} file */
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const lockHash = () => createHash('sha256').update(read(join(root, 'package-lock.json'))).digest('hex')

/** Someone may have installed with npm itself; npm writes this inventory last, so it can be believed. */
const inventoryAgrees = () => {
  const [lock, have] = [join(root, 'package-lock.json'), join(modules, '.package-lock.json')].map(
    (file) => JSON.parse(read(file) || '{}').packages ?? {},
  )
  return Object.entries(lock).every(
    ([path, entry]) => path === '' || entry.optional || have[path]?.version === entry.version,
  )
}

/** @param {string[]} args */
const npm = (args) => {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  const { status, error } = spawnSync('npm', [...args, ...quiet], {
    cwd: root,
    env: systemEnv(),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (error) throw new Refusal(`npm could not be run (${error.message}). Install npm and run the same command again.`)
  if (status !== 0) throw new Refusal(`npm ${args.join(' ')} failed (see above). Run the same command again to retry.`)
}

const installPackages = () => {
  say('Installing packages (about a minute, once) …')
  rmSync(stampFile, { force: true })
  npm(['ci', '--ignore-scripts'])
}

const installNode = () => {
  say(`Fetching Node ${wantedNode} (once) …`)
  // Only this package may run its install script: it has to pick the binary for this machine.
  npm(['rebuild', 'node', '--ignore-scripts=false'])
}

/** Makes sure that the packages are there. The stamp is written last: an interrupted install is begun again. */
export const ensurePackages = () => {
  const stamp = lockHash()
  const fresh = read(stampFile) === stamp
  if (!fresh && !inventoryAgrees()) installPackages()
  if (!existsSync(localNode)) installNode()
  if (!fresh) writeFileSync(stampFile, stamp)
}
