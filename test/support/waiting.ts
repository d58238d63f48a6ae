export const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms) })

/** Looks until it is so; the error says what was waited for. */
export async function until(what: string, ready: () => Promise<boolean> | boolean, ms = 20_000): Promise<void> {
  const end = Date.now() + ms
  while (Date.now() < end) {
    if (await ready()) return
    await pause(50)
  }
  throw new Error(`not within ${ms} ms: ${what}`)
}
