import { describe, expect, test } from 'vitest'
import { parseHtml } from '../../simulator/html.ts'
import { begin } from './set-up.ts'

const keys = (data: string) => ({ inline_keyboard: [[{ text: 'ок', callback_data: data }]] })

describe('the stand-in refuses in the words of the Bot API', () => {
  test('an unknown method is not found, a wrong token unauthorized', async () => {
    const { simulator, call } = await begin()
    expect(await call('sendPigeon')).toMatchObject({ error_code: 404, description: 'Not Found' })
    const response = await fetch(`${simulator.apiRoot}/bot1:wrong/getMe`)
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ ok: false, error_code: 401, description: 'Unauthorized' })
  })

  test('texts: empty, too long, counted after the formatting is parsed', async () => {
    const { sim, call } = await begin()
    const { id: chat_id, ...me } = await sim.person()
    await me.start()
    const say = (text: string, more = {}) => call('sendMessage', { chat_id, text, ...more })
    expect(await say(' \n ')).toMatchObject({ description: 'Bad Request: message text is empty' })
    expect(await call('sendMessage', { chat_id })).toMatchObject({ description: 'Bad Request: message text is empty' })
    expect(await call('sendMessage', { text: 'x' })).toMatchObject({ description: 'Bad Request: chat_id is empty' })
    expect(await say('ә'.repeat(4097))).toMatchObject({ description: 'Bad Request: message is too long' })
    expect(await say(`<b>${'ә'.repeat(4096)}</b>`, { parse_mode: 'HTML' })).toMatchObject({ ok: true })
    expect(await say('<p>x</p>', { parse_mode: 'HTML' })).toMatchObject({
      error_code: 400,
      description: 'Bad Request: can\'t parse entities: Unsupported start tag "p" at byte offset 0',
    })
    expect(await say('ә<b>x', { parse_mode: 'HTML' })).toMatchObject({
      description: 'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    })
    expect(await say('*x*', { parse_mode: 'MarkdownV2' })).toMatchObject({ error_code: 400 })
  })

  test('buttons: 64 bytes of data, not 64 characters; a hundred of them', async () => {
    const { sim, call } = await begin()
    const { id: chat_id, ...me } = await sim.person()
    await me.start()
    const say = (reply_markup: object) => call('sendMessage', { chat_id, text: 'x', reply_markup })
    expect(await say(keys('a'.repeat(64)))).toMatchObject({ ok: true })
    expect(await say(keys('ә'.repeat(33)))).toMatchObject({ error_code: 400, description: 'Bad Request: BUTTON_DATA_INVALID' })
    expect(await say(keys(''))).toMatchObject({ description: 'Bad Request: BUTTON_DATA_INVALID' })
    expect(await say({ inline_keyboard: Array.from({ length: 101 }, (_, index) => [{ text: 'x', callback_data: `${index}` }]) })).toMatchObject({
      description: 'Bad Request: reply markup is too long',
    })
    expect(await say({ inline_keyboard: [[{ text: 'x', copy_text: { text: 'y'.repeat(257) } }]] })).toMatchObject({ ok: false })
    expect(await say({ inline_keyboard: [[{ text: 'only words' }]] })).toMatchObject({ ok: false })
  })

  test('chats, replies and threads that are not there', async () => {
    const { sim, call, staff } = await begin()
    const { id: chat_id, ...me } = await sim.person()
    expect(await call('sendMessage', { chat_id: 42, text: 'x' })).toMatchObject({ error_code: 400, description: 'Bad Request: chat not found' })
    expect(await call('sendMessage', { chat_id, text: 'x' })).toMatchObject({
      error_code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    })
    await me.start()
    expect(await call('sendMessage', { chat_id, text: 'x', reply_parameters: { message_id: 999 } })).toMatchObject({
      description: 'Bad Request: message to be replied not found',
    })
    expect(await call('sendMessage', { chat_id, text: 'x', reply_parameters: { message_id: 999, allow_sending_without_reply: true } })).toMatchObject(
      { ok: true },
    )
    expect(await call('sendMessage', { chat_id: staff, text: 'x', message_thread_id: 999 })).toMatchObject({
      description: 'Bad Request: message thread not found',
    })
  })

  test("edits: unchanged, missing, not the bot's own, with a reply keyboard", async () => {
    const { sim, call } = await begin()
    const { id: chat_id, ...me } = await sim.person()
    await me.start()
    const { result } = await call('sendMessage', { chat_id, text: '<b>бір</b>', parse_mode: 'HTML', reply_markup: keys('a') })
    const edit = (more: object) =>
      call('editMessageText', { chat_id, message_id: result.message_id, text: '<b>бір</b>', parse_mode: 'HTML', reply_markup: keys('a'), ...more })
    expect(await edit({})).toMatchObject({
      error_code: 400,
      description:
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    })
    expect(await edit({ text: '<i>бір</i>' })).toMatchObject({ ok: true })
    expect(await edit({ reply_markup: undefined, text: '<i>бір</i>' })).toMatchObject({ ok: true })
    expect((await edit({ message_id: 777 })).description).toBe('Bad Request: message to edit not found')
    const own = await me.says('менікі')
    expect((await edit({ message_id: own.message_id })).description).toBe("Bad Request: message can't be edited")
    const keyboard = await call('sendMessage', { chat_id, text: 'x', reply_markup: { keyboard: [[{ text: 'y' }]] } })
    expect((await edit({ message_id: keyboard.result.message_id })).description).toBe("Bad Request: message can't be edited")
  })

  test('lengths of callback answers, topic names, commands, names and descriptions', async () => {
    const { call, staff } = await begin()
    expect(await call('createForumTopic', { chat_id: staff, name: 'ә'.repeat(129) })).toMatchObject({ ok: false })
    expect(await call('createForumTopic', { chat_id: staff, name: 'ә'.repeat(128) })).toMatchObject({ ok: true })
    const command = (length: number) => call('setMyCommands', { commands: [{ command: 'a'.repeat(length), description: 'x' }] })
    expect(await command(33)).toMatchObject({ description: 'Bad Request: BOT_COMMAND_INVALID' })
    expect(await command(32)).toMatchObject({ ok: true })
    expect(await call('setMyCommands', { commands: [{ command: 'Start', description: 'x' }] })).toMatchObject({ ok: false })
    expect(await call('setMyCommands', { commands: [{ command: 'a', description: 'x'.repeat(257) }] })).toMatchObject({ ok: false })
    expect(await call('setMyName', { name: 'x'.repeat(65) })).toMatchObject({ ok: false })
    expect(await call('setMyDescription', { description: 'x'.repeat(513) })).toMatchObject({ ok: false })
    expect(await call('setMyShortDescription', { short_description: 'x'.repeat(121) })).toMatchObject({ ok: false })
    expect(await call('answerCallbackQuery', { callback_query_id: '1', text: 'x'.repeat(201) })).toMatchObject({
      description: 'Bad Request: MESSAGE_TOO_LONG',
    })
    expect(await call('answerCallbackQuery', { callback_query_id: '1' })).toMatchObject({
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    })
    expect(await call('getFile', { file_id: 'nonsense' })).toMatchObject({
      description: 'Bad Request: wrong file_id or the file is temporarily unavailable',
    })
  })

  test('types are checked by the schema, unknown parameters ignored, forms and queries read like JSON', async () => {
    const { sim, at, call, form } = await begin()
    const { id: chat_id, ...me } = await sim.person()
    await me.start()
    expect(await call('sendMessage', { chat_id, text: 'x', reply_markup: { inline_keyboard: 'no' } })).toMatchObject({ error_code: 400 })
    expect(await call('sendMessage', { chat_id, text: 'x', surprise: 1 })).toMatchObject({ ok: true })
    expect(
      await form('sendMessage', { chat_id: String(chat_id), text: 'пішін', disable_notification: 'true', reply_markup: JSON.stringify(keys('a')) }),
    ).toMatchObject({ ok: true, result: { reply_markup: keys('a') } })
    expect(await (await fetch(at(`sendMessage?chat_id=${chat_id}&text=123`))).json()).toMatchObject({ ok: true, result: { text: '123' } })
    expect(
      await (await fetch(at('SENDMESSAGE'), { method: 'POST', body: new URLSearchParams({ chat_id: String(chat_id), text: 'x' }) })).json(),
    ).toMatchObject({ ok: true })
  })
})

describe('formatting is parsed as Telegram does', () => {
  test('tags become entities, in UTF-16', () => {
    expect(parseHtml('😀 <b>a <i>b</i></b> &lt;&#60;&quot; <a href="https://e.kz">c</a>')).toEqual({
      text: '😀 a b <<" c',
      entities: [
        { type: 'bold', offset: 3, length: 3 },
        { type: 'italic', offset: 5, length: 1 },
        { type: 'text_link', url: 'https://e.kz', offset: 11, length: 1 },
      ],
    })
  })
  test('code in pre carries a language, quotes may expand, spoilers hide, times are kept', () => {
    expect(parseHtml('<pre><code class="language-ts">x</code></pre>').entities).toEqual([{ type: 'pre', language: 'ts', offset: 0, length: 1 }])
    expect(parseHtml('<blockquote expandable>q</blockquote>').entities).toEqual([{ type: 'expandable_blockquote', offset: 0, length: 1 }])
    expect(parseHtml('<span class="tg-spoiler">s</span>').entities).toEqual([{ type: 'spoiler', offset: 0, length: 1 }])
    expect(parseHtml('<tg-time unix="1700000000" format="wDT">t</tg-time>').entities).toEqual([
      { type: 'date_time', unix_time: 1700000000, date_time_format: 'wDT', offset: 0, length: 1 },
    ])
  })
  test('a lone < is refused, a lone & is not', () => {
    expect(() => parseHtml('2 < 3')).toThrow("can't parse entities")
    expect(() => parseHtml('</b>')).toThrow('Unexpected end tag')
    expect(() => parseHtml('<b><i>x</b></i>')).toThrow('Unmatched end tag')
    expect(parseHtml('a & b').text).toBe('a & b')
  })
})
