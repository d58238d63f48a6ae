import { Bot } from 'grammy'
import { serveUsage } from './usage.ts'

/** A loop in memory: the same messages, one after the other, with nothing written down. */
const bot = new Bot(process.env['BOT_TOKEN'] ?? '', { client: { apiRoot: process.env['BOT_API_ROOT'] ?? '' } })
serveUsage(0)
process.once('message', () => {
  setTimeout(async () => {
    for (let n = 0; n < Number(process.env['BENCH_COUNT']); n++) {
      await bot.api.sendMessage(1_000_000 + n, process.env['BENCH_TEXT'] ?? '', { reply_markup: { inline_keyboard: [[{ text: 'Не присылать уведомления', callback_data: 'm:mute' }]] } })
    }
  }, 50)
})
