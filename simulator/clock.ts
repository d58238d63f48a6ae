/** A clock that can run faster than the wall and be moved forward, so that 48 hours need not be waited for. */
export interface Clock {
  /** Milliseconds of simulated time. */
  now(): number
  /** Seconds of simulated time, as the Bot API writes dates. */
  seconds(): number
  /** Moves simulated time forward. */
  advance(ms: number): void
  /** Real milliseconds that `ms` of simulated time take. */
  real(ms: number): number
}

/** @param speed how many simulated seconds pass in a real one */
export function createClock(speed = 1): Clock {
  const started = Date.now()
  let moved = 0
  const now = () => started + (Date.now() - started) * speed + moved
  return {
    now,
    seconds: () => Math.floor(now() / 1000),
    advance: (ms) => {
      moved += ms
    },
    real: (ms) => ms / speed,
  }
}
