import { AsyncLocalStorage } from 'node:async_hooks'

/** Who waits for what is being done: a person who has just pressed or written, a card of the staff group, nobody in a hurry, or one of many who hear the same. */
export type Lane = 'reply' | 'card' | 'job' | 'notice'

const lanes = new AsyncLocalStorage<Lane>()

/** Everything that `work` does is done in that lane. */
export const inLane = <T>(lane: Lane, work: () => Promise<T>): Promise<T> => lanes.run(lane, work)

export const laneNow = (): Lane => lanes.getStore() ?? 'reply'
