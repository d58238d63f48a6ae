import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freePort, makeCheckout } from './checkout.ts'

// Counting what is left running needs /proc.
describe.runIf(existsSync('/proc/self'))('npm start', () => {
  let checkout: ReturnType<typeof makeCheckout>
  let PORT = ''
  beforeAll(async () => {
    checkout = makeCheckout()
    PORT = await freePort()
  })
  afterAll(() => checkout.remove())
  const noneLeft = () => vi.waitFor(() => expect(checkout.left()).toEqual([]), { timeout: 10_000 })

  it('says where to look, tells a second one so, and stops everything in order', async () => {
    const first = checkout.start({ PORT })
    await first.until(`Qujat is ready: http://localhost:${PORT} — Ctrl+C stops`)
    expect(await (await fetch(`http://127.0.0.1:${PORT}/`)).text()).toBe('here')
    const second = checkout.start({ PORT })
    expect(await second.ended).toBe(1)
    expect(second.heard()).toContain('already running')
    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)
    expect(readFileSync(join(checkout.dir, 'data/log/bot.log'), 'utf8')).toContain('saved')
    await noneLeft()
  })

  it('leaves nothing behind when it is killed, and starts again at once', async () => {
    const killed = checkout.start({ PORT })
    await killed.until('ready')
    killed.child.kill('SIGKILL')
    const next = checkout.start({ PORT })
    await next.until('ready')
    next.child.kill('SIGTERM')
    expect(await next.ended).toBe(0)
    await noneLeft()
  })

  it('ends with the bot’s own code and last words when the bot cannot go on', async () => {
    const start = checkout.start({ PORT, TRIAL: 'dies' })
    expect(await start.ended).toBe(3)
    expect(start.heard()).toContain('no such profile')
    await noneLeft()
  })

  it('stops all when one part is killed', async () => {
    const start = checkout.start({ PORT })
    await start.until('ready')
    for (const id of checkout.left('simulator/main.ts')) process.kill(id, 'SIGKILL')
    expect(await start.ended).not.toBe(0)
    expect(start.heard()).toContain('the simulator stopped by itself')
    await noneLeft()
  })

  it('says which port is taken', async () => {
    const server = createServer().listen(Number(PORT), '127.0.0.1')
    const start = checkout.start({ PORT })
    expect(await start.ended).toBe(1)
    expect(start.heard()).toContain(`Port ${PORT} is in use`)
    server.close()
  })

  it('opens no simulator before real people', async () => {
    const start = checkout.start({ PORT, BOT_TOKEN: '1:a' })
    await start.until('Qujat is ready — Ctrl+C stops')
    expect(start.heard()).toContain('"live":true')
    await expect(fetch(`http://127.0.0.1:${PORT}/`)).rejects.toThrow()
    start.child.kill('SIGTERM')
    expect(await start.ended).toBe(0)
  })

  it('names a port that is none', async () => {
    const start = checkout.start({ PORT: '80a' })
    expect(await start.ended).toBe(1)
    expect(start.heard()).toContain('PORT must be')
    expect(existsSync(join(checkout.dir, 'data/vault'))).toBe(false)
  })
})
