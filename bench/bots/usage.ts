export type Usage = { cpuMs: number; rssMb: number }

/** In a bot's own process: tells the driver its port, what it has used whenever asked, and ends with the driver. */
export function serveUsage(port: number): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.({ cpuMs: (user + system) / 1000, rssMb: process.memoryUsage().rss / 1024 / 1024 } satisfies Usage)
  })
  process.on('disconnect', () => process.exit(0))
  process.send?.({ port })
}
