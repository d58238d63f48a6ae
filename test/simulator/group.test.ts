import { describe, expect, test } from 'vitest'
import { begin } from './set-up.ts'

describe('the staff group', () => {
  test('topics are made, named, iconed, closed; staff write inside as replies to the first message', async () => {
    const { sim, call, staff } = await begin()
    const icons = (await call('getForumTopicIconStickers')).result
    const { result: topic } = await call('createForumTopic', { chat_id: staff, name: 'Сәрсенова А.', icon_custom_emoji_id: icons[3].custom_emoji_id })
    expect(await call('createForumTopic', { chat_id: staff, name: 'x', icon_custom_emoji_id: '1' })).toMatchObject({ ok: false })
    await call('editForumTopic', { chat_id: staff, message_thread_id: topic.message_thread_id, name: 'Сәрсенова Айгүл' })
    expect(await call('editForumTopic', { chat_id: staff, message_thread_id: topic.message_thread_id, name: 'Сәрсенова Айгүл' })).toMatchObject({
      description: 'Bad Request: TOPIC_NOT_MODIFIED',
    })
    const card = (await call('sendMessage', { chat_id: staff, message_thread_id: topic.message_thread_id, text: 'карточка' })).result
    await call('pinChatMessage', { chat_id: staff, message_id: card.message_id })
    expect(await sim.topics()).toMatchObject([
      { thread: topic.message_thread_id, name: 'Сәрсенова Айгүл', icon: icons[3].emoji, closed: false, pinned: [{ text: 'карточка' }] },
    ])
    await call('getUpdates', { offset: -1 })
    const reviewer = (await sim.person({ firstName: 'Дана', staff: 'member' })).inGroup(topic.message_thread_id)
    await reviewer.says('мен аламын')
    const message = (await call('getUpdates')).result.at(-1).message
    expect(message).toMatchObject({
      message_thread_id: topic.message_thread_id,
      is_topic_message: true,
      reply_to_message: { forum_topic_created: { name: 'Сәрсенова А.' } },
      chat: { id: staff, is_forum: true },
    })
    expect(await call('getChatMember', { chat_id: staff, user_id: reviewer.id })).toMatchObject({ result: { status: 'member' } })
  })

  test('a stranger is not in the group', async () => {
    const { sim } = await begin()
    const stranger = await sim.person()
    await expect(stranger.inGroup().says('x')).rejects.toThrow('not in this group')
  })

  test('members come and go, the bot may be put out', async () => {
    const { simulator, call, staff } = await begin()
    await call('getUpdates', { allowed_updates: ['chat_member', 'my_chat_member'] })
    const made = simulator.addPerson({ first_name: 'Олег', staff: 'member' })
    simulator.setMember(made.id, 'left')
    simulator.setMember(simulator.state.bot.id, 'left')
    expect(await call('sendMessage', { chat_id: staff, text: 'x' })).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was kicked from the supergroup chat',
    })
    expect((await call('getUpdates')).result).toMatchObject([
      { chat_member: { new_chat_member: { status: 'left', user: { id: made.id } } } },
      { my_chat_member: { new_chat_member: { status: 'left' } } },
    ])
  })

  test('a topic staff delete is gone with its messages, however old', async () => {
    const { sim, call, staff } = await begin()
    const { result: topic } = await call('createForumTopic', { chat_id: staff, name: 'x' })
    const { result: old } = await call('sendMessage', { chat_id: staff, message_thread_id: topic.message_thread_id, text: 'y' })
    await sim.advance(49 * 3600_000)
    expect(await call('deleteMessage', { chat_id: staff, message_id: old.message_id })).toMatchObject({
      description: "Bad Request: message can't be deleted",
    })
    await sim.deleteTopic(topic.message_thread_id)
    expect(await call('sendMessage', { chat_id: staff, message_thread_id: topic.message_thread_id, text: 'z' })).toMatchObject({
      description: 'Bad Request: message thread not found',
    })
    expect(await call('editMessageText', { chat_id: staff, message_id: old.message_id, text: 'z' })).toMatchObject({
      description: 'Bad Request: message to edit not found',
    })
    expect(await call('deleteForumTopic', { chat_id: staff, message_thread_id: topic.message_thread_id })).toMatchObject({ ok: false })
  })

  test('after an upgrade the old id answers with the new one', async () => {
    const { sim, call, staff } = await begin()
    const { chat_id } = await sim.migrate()
    expect(await call('sendMessage', { chat_id: staff, text: 'x' })).toMatchObject({
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: chat_id },
    })
    expect(await call('sendMessage', { chat_id, text: 'x' })).toMatchObject({ ok: true })
    expect((await call('getUpdates')).result.map((one: any) => one.message)).toMatchObject([
      { chat: { id: staff }, migrate_to_chat_id: chat_id },
      { chat: { id: chat_id }, migrate_from_chat_id: staff },
    ])
  })
})

describe('flood limits', () => {
  test('a group takes 20 messages a minute, edits and topics counted', async () => {
    const { sim, call, staff } = await begin({ limits: 'telegram' })
    const { result: topic } = await call('createForumTopic', { chat_id: staff, name: 'x' })
    const { result: sent } = await call('sendMessage', { chat_id: staff, text: '0', message_thread_id: topic.message_thread_id })
    for (let i = 1; i < 19; i += 1)
      expect(await call('editMessageText', { chat_id: staff, message_id: sent.message_id, text: `${i}` })).toMatchObject({ ok: true })
    const refused = await call('sendMessage', { chat_id: staff, text: 'too much' })
    expect(refused).toMatchObject({ error_code: 429, description: `Too Many Requests: retry after ${refused.parameters?.retry_after}` })
    expect(refused.parameters?.retry_after).toBeGreaterThan(50)
    await sim.advance(61_000)
    expect(await call('sendMessage', { chat_id: staff, text: 'later' })).toMatchObject({ ok: true })
  })

  test('a private chat takes a burst, then about one a second; all chats together 30 a second', async () => {
    const { sim, call } = await begin({ limits: 'telegram' })
    const people = await Promise.all([sim.person(), sim.person(), sim.person(), sim.person()])
    for (const one of people) await one.start()
    const results = []
    for (let i = 0; i < 21; i += 1) results.push((await call('sendMessage', { chat_id: people[0]?.id, text: 'x' })).ok)
    expect(results).toEqual([...Array(20).fill(true), false])
    await sim.advance(60_000)
    const all = await Promise.all(Array.from({ length: 40 }, (_, index) => call('sendMessage', { chat_id: people[index % 4]?.id, text: 'x' })))
    const refused = all.filter(({ ok }) => !ok).length
    expect(refused).toBeGreaterThan(4)
    expect(refused).toBeLessThanOrEqual(10)
  })
})
