/** Looks again and again, one look at a time: through an outage the next ones need not pile up behind it. */
export function repeat(everyMs: number, look: () => Promise<unknown>, onError: (error: unknown) => void): { stop(): void } {
  let looking = false
  const timer = setInterval(() => {
    if (looking) return
    looking = true
    look().catch(onError).finally(() => { looking = false })
  }, everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
