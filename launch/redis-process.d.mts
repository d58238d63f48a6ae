import type { ChildProcess } from 'node:child_process'
export type Redis = { process: ChildProcess; exited: Promise<number> }
export declare const redisConf: (where: { dir: string; socket: string }) => string
export declare const ping: (socket: string) => Promise<boolean>
export declare const stopOrphan: (socket: string) => Promise<void>
export declare const spawnRedis: (redisServer: string, args: string[]) => ChildProcess
export declare const startRedis: (options: { redisServer: string; dir: string; socket: string }) => Promise<Redis>
export declare const stopRedis: (redis: Redis) => Promise<unknown>
