// How much memory the bot's Node may hold on to. By itself it takes a share of the whole machine before it cleans up: 35 MB are alive, and
// the process grew past 350. The first two keep it under 200. Cleaning the young generation on one thread wins back most of what that costs.
// The Dockerfile says the same.

/** Megabytes: the young generation's half, and everything old. */
export const heap = ['--max-semi-space-size=8', '--max-old-space-size=192', '--no-parallel-scavenge']
