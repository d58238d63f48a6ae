import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { startSimulator } from '../../simulator/index.ts'
import { begin, pause } from './set-up.ts'

const key = {
  inline_keyboard: [
    [
      { text: 'Иә', callback_data: 'yes' },
      { text: 'Жабық', disabled: {} },
    ],
  ],
}

describe('persons who make it hard', () => {
  test('who blocks the bot is not written to, and the bot hears of it', async () => {
    const { sim, call } = await begin()
    const me = await sim.person()
    await me.start()
    await me.blocks()
    expect(await call('sendMessage', { chat_id: me.id, text: 'x' })).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    })
    await me.unblocks()
    expect(await call('sendMessage', { chat_id: me.id, text: 'x' })).toMatchObject({ ok: true })
    const statuses = (await call('getUpdates')).result
      .filter((one: any) => one.my_chat_member)
      .map((one: any) => one.my_chat_member.new_chat_member.status)
    expect(statuses).toEqual(['kicked', 'member'])
  })

  test('a press waits for its answer; an old one cannot be answered, nor twice', async () => {
    const { sim, call } = await begin()
    const me = await sim.person()
    await me.start()
    await call('sendMessage', { chat_id: me.id, text: 'Иә?', reply_markup: key })
    const pressing = me.presses('Иә')
    await pause(700)
    const { callback_query: query } = (await call('getUpdates')).result.at(-1)
    expect(query).toMatchObject({ data: 'yes', from: { id: me.id }, message: { text: 'Иә?' } })
    expect(await call('answerCallbackQuery', { callback_query_id: query.id, text: 'қабылданды', show_alert: true })).toMatchObject({ ok: true })
    expect(await pressing).toMatchObject({ answered: true, text: 'қабылданды', show_alert: true })
    expect(await call('answerCallbackQuery', { callback_query_id: query.id })).toMatchObject({ error_code: 400 })
    await me.pressesAgain(0)
    await sim.expirePresses()
    const late = (await call('getUpdates')).result.at(-1).callback_query
    expect(late.id).not.toBe(query.id)
    expect(await call('answerCallbackQuery', { callback_query_id: late.id })).toMatchObject({
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    })
  })

  test('a disabled button does nothing, a missing one shows the chat', async () => {
    const { sim, call } = await begin()
    const me = await sim.person()
    await me.start()
    await call('sendMessage', { chat_id: me.id, text: 'Иә?', reply_markup: key })
    await expect(me.presses('Жабық')).rejects.toThrow('disabled')
    await expect(me.presses('Жоқ', { timeout: 100 })).rejects.toThrow(/no button Жоқ[^]*Иә\?[^]*\[Иә\]/)
  })

  test('an edited message comes as such', async () => {
    const { sim, call } = await begin()
    const me = await sim.person()
    await me.edits(await me.says('бір'), { text: 'екі' })
    expect((await call('getUpdates')).result.at(-1).edited_message).toMatchObject({ text: 'екі', edit_date: expect.any(Number) })
  })
})

describe('trouble on demand', () => {
  test('the next calls fail as told, then all is well', async () => {
    const { sim, call } = await begin()
    await sim.faults({ method: 'getMe', times: 2, error_code: 429, retry_after: 7 }, { method: 'getMe', error_code: 502, description: 'Bad Gateway' })
    expect(await call('getMe')).toMatchObject({ error_code: 429, description: 'Too Many Requests: retry after 7', parameters: { retry_after: 7 } })
    expect(await call('getMe')).toMatchObject({ error_code: 429 })
    expect(await call('getMe')).toMatchObject({ error_code: 502, description: 'Bad Gateway' })
    expect(await call('getMe')).toMatchObject({ ok: true })
  })

  test('a connection is cut before a call takes effect, or after', async () => {
    const { sim, call } = await begin()
    const me = await sim.person()
    await me.start()
    await sim.faults({ method: 'sendMessage', cut: 'before' })
    await expect(call('sendMessage', { chat_id: me.id, text: 'before' })).rejects.toThrow()
    await sim.faults({ method: 'sendMessage', cut: 'after' })
    await expect(call('sendMessage', { chat_id: me.id, text: 'after' })).rejects.toThrow()
    expect((await me.messages()).map(({ text }) => text)).toEqual(['/start', 'after'])
    expect((await sim.log()).filter(({ method }) => method === 'sendMessage')).toHaveLength(1)
  })

  test('answers can be slow', async () => {
    const { sim, call } = await begin()
    await sim.faults({ method: 'getMe', delay: 200 })
    const began = Date.now()
    await call('getMe')
    expect(Date.now() - began).toBeGreaterThanOrEqual(190)
  })
})

test('chats and files survive a restart when a folder is given', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'sim-'))
  try {
    const first = await startSimulator({ dataDir })
    const made = first.addPerson({ first_name: 'Айгүл' })
    await first.start(made.id)
    const {
      messages: [sent],
    } = await first.send(made.id, { document: { bytes: Buffer.from('abc'), name: 'a.txt' } })
    await first.stop()
    const second = await startSimulator({ dataDir })
    const view = await second.messages(made.id)
    expect(view.messages.map(({ message }) => message.text ?? message.document?.file_name)).toEqual(['/start', 'a.txt'])
    expect(
      second
        .file(sent?.document?.file_id ?? '')
        .bytes()
        .toString(),
    ).toBe('abc')
    await second.stop()
  } finally {
    rmSync(dataDir, { recursive: true })
  }
})

test('the page is served, and pages from elsewhere may not act', async () => {
  const { simulator } = await begin()
  const page = await fetch(`${simulator.url}/?start=aksu`)
  expect(page.headers.get('content-type')).toContain('text/html')
  expect((await fetch(`${simulator.url}/app.js`)).status).toBe(200)
  expect((await fetch(`${simulator.url}/%2e%2e/seeds.ts`)).status).toBe(404)
  expect((await fetch(`${simulator.url}/sim/state`, { headers: { origin: 'http://elsewhere.example' } })).status).toBe(403)
  expect((await fetch(`${simulator.url}/sim/state`, { headers: { origin: simulator.url } })).status).toBe(200)
})
