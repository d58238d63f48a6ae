// How Node keeps the bot's memory. By itself it takes a share of the whole machine before it cleans up: 35 MB are alive, and the process grew
// past 350. A small young generation, and an old one cleaned when it has grown by three tenths, keep it under 200; one thread for the young
// generation wins back part of the CPU that this costs. docs/performance.md has the figures; the Dockerfile says the same.
export const heap = ['--max-semi-space-size=8', '--heap-growing-percent=30', '--no-parallel-scavenge']
