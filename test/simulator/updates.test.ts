import { createServer } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { begin, pause } from './set-up.ts'

const servers: (() => void)[] = []
afterEach(() => {
  for (const stop of servers.splice(0)) stop()
})

/** A webhook's other end: notes what comes, answers as told. */
async function hook(answer: (update: any, seen: number) => { status?: number; body?: string; wait?: number } = () => ({})) {
  const seen: { update: any; secret: string | undefined }[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (part) => {
      text += part
    })
    request.on('end', async () => {
      const update = JSON.parse(text)
      seen.push({ update, secret: request.headers['x-telegram-bot-api-secret-token'] as string | undefined })
      const { status = 200, body = '', wait = 0 } = answer(update, seen.length)
      await pause(wait)
      response.writeHead(status, { 'content-type': 'application/json' }).end(body)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  servers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const until = async (count: number) => {
    for (let i = 0; i < 100 && seen.length < count; i += 1) await pause(20)
  }
  return { seen, until, url: `http://127.0.0.1:${(server.address() as { port: number }).port}/hook` }
}

describe('long polling', () => {
  test('updates come again until an offset confirms them', async () => {
    const { sim, call } = await begin()
    const me = await sim.person()
    await me.says('бір')
    await me.says('екі')
    const first = (await call('getUpdates')).result
    expect(first.map((one: any) => one.message.text)).toEqual(['бір', 'екі'])
    expect((await call('getUpdates')).result).toEqual(first)
    expect((await call('getUpdates', { offset: first[1].update_id })).result).toEqual([first[1]])
    expect((await call('getUpdates', { offset: first[1].update_id + 1 })).result).toEqual([])
  })

  test('a negative offset forgets all but the last', async () => {
    const { sim, call } = await begin()
    const me = await sim.person()
    for (const text of ['1', '2', '3']) await me.says(text)
    expect((await call('getUpdates', { offset: -1 })).result).toHaveLength(1)
    expect((await call('getUpdates')).result[0].message.text).toBe('3')
  })

  test('a long poll wakes when something comes, and a second one ends the first', async () => {
    const { sim, call } = await begin()
    const me = await sim.person()
    const first = call('getUpdates', { timeout: 20 })
    await pause(50)
    const second = call('getUpdates', { timeout: 20 })
    expect(await first).toMatchObject({
      error_code: 409,
      description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    })
    await me.says('сәлем')
    expect((await second).result[0].message.text).toBe('сәлем')
  })

  test('reactions come only when asked for; updates are kept a day, presses 150 seconds', async () => {
    const { sim, call } = await begin()
    const me = await sim.person()
    const mine = await me.says('x')
    await me.reacts(mine, '👍')
    expect((await call('getUpdates')).result).toHaveLength(1)
    await call('getUpdates', { allowed_updates: ['message', 'message_reaction', 'callback_query'] })
    await me.reacts(mine, '👎')
    const sent = await call('sendMessage', { chat_id: me.id, text: 'y', reply_markup: { inline_keyboard: [[{ text: 'k', callback_data: 'd' }]] } })
    await me.presses('k', { wait: 0, message: sent.result })
    expect((await call('getUpdates')).result).toHaveLength(3)
    await sim.advance(151_000)
    expect((await call('getUpdates')).result.map((one: any) => Object.keys(one)[1])).toEqual(['message', 'message_reaction'])
    await sim.advance(24 * 3600_000)
    expect((await call('getUpdates')).result).toEqual([])
  })

  test('an update can come twice under one id, a press twice under two', async () => {
    const { sim, call } = await begin()
    const me = await sim.person()
    await me.start()
    await call('sendMessage', { chat_id: me.id, text: 'y', reply_markup: { inline_keyboard: [[{ text: 'k', callback_data: 'd' }]] } })
    await me.presses('k', { wait: 0 })
    const [, press] = (await call('getUpdates')).result
    await call('getUpdates', { offset: press.update_id + 1 })
    await sim.redeliver(press.update_id)
    expect((await call('getUpdates', { offset: press.update_id + 1 })).result).toEqual([press])
    const again = await sim.person({ id: me.id }).then((same) => same.pressesAgain(0))
    expect(again.update_id).not.toBe(press.update_id)
  })
})

describe('webhook', () => {
  test('brings the secret, excludes polling, and repeats in order what was not answered well', async () => {
    const { sim, call } = await begin({ speed: 20 })
    const { seen, until, url } = await hook((_update, count) => ({ status: count < 3 ? 500 : 200 }))
    expect(await call('setWebhook', { url: 'http://example.com/x' })).toMatchObject({ ok: false, error_code: 400 })
    await call('setWebhook', { url, secret_token: 'hush' })
    expect(await call('getUpdates')).toMatchObject({
      error_code: 409,
      description: "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    })
    const me = await sim.person()
    await me.says('бір')
    await me.says('екі')
    await until(4)
    expect(seen.map(({ update }) => update.message.text)).toEqual(['бір', 'бір', 'бір', 'екі'])
    expect(seen.every(({ secret }) => secret === 'hush')).toBe(true)
    await pause(50)
    const info = (await call('getWebhookInfo')).result
    expect(info).toMatchObject({ url, pending_update_count: 0, last_error_message: 'Wrong response from the webhook: 500 Internal Server Error' })
    await call('deleteWebhook')
    expect(await call('getUpdates')).toMatchObject({ ok: true })
  })

  test('a slow chat does not hold up presses or another chat, and the answer may be a call', async () => {
    const { sim, call } = await begin()
    const { seen, until, url } = await hook((update) =>
      update.message?.text === 'баяу'
        ? { wait: 1200 }
        : { body: JSON.stringify({ method: 'sendMessage', chat_id: update.message?.chat.id ?? update.callback_query.from.id, text: 'жауап' }) },
    )
    const [slow, quick] = [await sim.person(), await sim.person()]
    await slow.start()
    const sent = await call('sendMessage', { chat_id: slow.id, text: 'y', reply_markup: { inline_keyboard: [[{ text: 'k', callback_data: 'd' }]] } })
    await call('getUpdates', { offset: -1 })
    await call('setWebhook', { url, drop_pending_updates: true })
    await slow.says('баяу')
    await slow.says('кейін')
    await slow.presses('k', { wait: 0, message: sent.result })
    await quick.says('тез')
    await quick.expects('жауап', { timeout: 1000 })
    await until(4)
    expect(seen.map(({ update }) => update.message?.text ?? 'press').indexOf('кейін')).toBe(3)
  })
})
