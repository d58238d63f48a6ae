import { Bot, InlineKeyboard, InputFile, Keyboard, webhookCallback } from 'grammy'
import { createServer, type Server } from 'node:http'
import sharp from 'sharp'
import { afterEach, describe, expect, test } from 'vitest'
import { connectSimulator } from '../../simulator/client.ts'
import { startSimulator, type Simulator } from '../../simulator/index.ts'

let simulator: Simulator
let stopping: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stopping.reverse()) await stop()
  stopping = []
})

async function begin() {
  simulator = await startSimulator()
  stopping.push(() => simulator.stop())
  return connectSimulator(simulator.url)
}

function echo(): Bot {
  const bot = new Bot(simulator.token, { client: { apiRoot: simulator.apiRoot } })
  bot.command('start', (ctx) =>
    ctx.reply('<b>Тіл</b> · Язык', { parse_mode: 'HTML', reply_markup: new InlineKeyboard().text('Қазақша', 'kk').text('Русский', 'ru') }),
  )
  bot.callbackQuery('kk', async (ctx) => {
    await ctx.answerCallbackQuery('жарайды')
    await ctx.editMessageText('Қайырлы күн!')
    await ctx.reply('Телефон?', { reply_markup: new Keyboard().requestContact('Нөмірімді жіберу') })
  })
  bot.on('message:contact', (ctx) => ctx.reply(`+${ctx.message.contact.phone_number}`, { reply_markup: { remove_keyboard: true } }))
  bot.on('message:photo', async (ctx) => {
    const file = await ctx.getFile()
    const bytes = Buffer.from(await (await fetch(`${simulator.apiRoot}/file/bot${simulator.token}/${file.file_path}`)).arrayBuffer())
    await ctx.replyWithDocument(new InputFile(bytes, 'сурет.jpg'), { caption: `${bytes.length}` })
  })
  bot.on('message:text', (ctx) => ctx.reply(`echo ${ctx.message.text}`))
  return bot
}

async function conversation(sim: ReturnType<typeof connectSimulator>) {
  const me = await sim.person({ firstName: 'Айгүл', language: 'kk' })
  await me.start()
  const asked = await me.expects('Язык')
  expect(asked.entities).toContainEqual({ type: 'bold', offset: 0, length: 3 })
  expect(await me.presses('Қазақша')).toMatchObject({ answered: true, text: 'жарайды' })
  await me.expects('Қайырлы күн!')
  await me.expects('Телефон?')
  await me.presses(/жіберу/)
  await me.expects(`${me.person.phone}`)
  await me.sendsPhoto(
    await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer(),
  )
  const back = await me.expects(/^\d+$/)
  expect(back.document?.file_name).toBe('сурет.jpg')
  const bytes = await me.downloads(back)
  expect((await sharp(bytes).metadata()).width).toBe(1280)
  await me.says('сәлем')
  await me.expects('echo сәлем')
}

describe('a real grammY bot', () => {
  test('talks by long polling', async () => {
    const sim = await begin()
    const bot = echo()
    void bot.start()
    stopping.push(() => bot.stop())
    await conversation(sim)
  })

  test('talks by webhook', async () => {
    const sim = await begin()
    const bot = echo()
    const server: Server = createServer(webhookCallback(bot, 'http', { secretToken: 'hook-secret' }))
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    stopping.push(async () => {
      server.closeAllConnections()
      server.close()
    })
    await bot.api.setWebhook(`http://127.0.0.1:${(server.address() as { port: number }).port}/hook`, { secret_token: 'hook-secret' })
    await conversation(sim)
    expect(await bot.api.getWebhookInfo()).toMatchObject({ pending_update_count: 0 })
  })
})
