// How much memory the bot's Node may hold on to. By itself it would take a share of the whole machine before it cleaned up:
// 35 MB are alive, and the process grew past 350. These two keep it under 200; they cost about a fifth more CPU under full load.
// The Dockerfile says the same.

/** Megabytes: the young generation's half, and everything old. */
export const heap = ['--max-semi-space-size=8', '--max-old-space-size=192']
