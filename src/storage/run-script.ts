import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'

export type ScriptArg = string | number | Buffer

/** Runs one Lua script as one step: everything in it happens, or nothing. */
export type Script = (keys: string[], args: ScriptArg[]) => Promise<unknown>

/** Sends only the script's hash; sends the text when Redis does not know it (yet, or after a restart). */
export function makeScript(redis: Redis, lua: string): Script {
  const sha = createHash('sha1').update(lua).digest('hex')
  return async (keys, args) => {
    try {
      return await redis.evalsha(sha, keys.length, ...keys, ...args)
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error
      return await redis.eval(lua, keys.length, ...keys, ...args)
    }
  }
}
