// Where things lie. Everything a launch makes goes under data/, which git ignores.
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const dataDir = join(root, 'data')
export const modules = join(root, 'node_modules')
export const localNode = join(modules, '.bin', 'node')

/**
 * The environment without node_modules/.bin on PATH. npm puts it there, and then `node` may be the one
 * that an install is about to delete.
 * @param {NodeJS.ProcessEnv} env
 */
export const systemEnv = (env = process.env) => ({
  ...env,
  PATH: (env.PATH ?? '').split(delimiter).filter((p) => !p.includes(join('node_modules', '.bin'))).join(delimiter),
})

/** @param {string} name @returns {string | undefined} the full path of a program on PATH */
export const onPath = (name, env = systemEnv()) =>
  env.PATH.split(delimiter).map((dir) => join(dir, name)).find((file) => existsSync(file))
