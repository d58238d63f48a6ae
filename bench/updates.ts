/** What a person does: types, presses a button, sends a photo. */
export type Move = { text: string } | { data: string } | { photo: string }

let lastUpdate = 500_000
let lastMessage = 10_000

/** Telegram sends the whole message along with a press on its button. */
const ASKED = 'Қадам 9 / 31 · Өзіңіз туралы\n\nБасқа адам үшін емес, өзіңіз үшін өтініш бересіз бе? Егер көмектесіп отырсаңыз, соны таңдаңыз.'
const KEYBOARD = [['Өзім үшін', 'q'], ['Басқа адам үшін', 'q'], ['Артқа', 'b'], ['Көмек', 'h'], ['Кейінірек', 'w']].map(([text, head]) => [{ text, callback_data: `${head}:abcdefgh:who:self` }])

/** The update as a webhook brings it. */
export function updateOf(person: number, move: Move): object {
  const date = Math.floor(Date.now() / 1000)
  const chat = { id: person, first_name: 'Серік', last_name: 'Сериков', username: `person${person}`, type: 'private' }
  const from = { id: person, is_bot: false, first_name: 'Серік', last_name: 'Сериков', username: `person${person}`, language_code: 'kk' }
  const update_id = ++lastUpdate
  const message = { message_id: ++lastMessage, from, chat, date }
  if ('data' in move) {
    const asked = { ...message, from: { id: 1_000_000_001, is_bot: true, first_name: 'Bench', username: 'bench_bot' }, text: ASKED, reply_markup: { inline_keyboard: KEYBOARD } }
    return { update_id, callback_query: { id: String(update_id * 1000), from, message: asked, chat_instance: String(person), data: move.data } }
  }
  if ('photo' in move) {
    return { update_id, message: { ...message, photo: [{ file_id: `AgACAgIAAxkBAAIBc2${move.photo}${'x'.repeat(50)}`, file_unique_id: `AQAD${move.photo}`, width: 960, height: 1280, file_size: 150_000 }] } }
  }
  const entities = move.text.startsWith('/') ? { entities: [{ type: 'bot_command', offset: 0, length: move.text.split(' ')[0]?.length }] } : {}
  return { update_id, message: { ...message, text: move.text, ...entities } }
}
