// What every command needs before it can begin.
import { ensureRedis } from './get-redis.mjs'
import { ensureNode } from './local-node.mjs'
import { ensurePackages } from './packages.mjs'
import { Refusal } from './say.mjs'

const oldest = [20, 12]

const checkOwnVersion = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  throw new Refusal(`Node ${oldest.join('.')} or newer is needed to begin; this is ${process.version}.`)
}

/**
 * @param {{ redis: boolean }} needs
 * @returns {{ node: string, redisServer: string }} redisServer is '' when it is not needed
 */
export const setUp = ({ redis }) => {
  checkOwnVersion()
  ensurePackages()
  const node = ensureNode()
  return { node, redisServer: redis ? ensureRedis() : '' }
}
