import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { reviewerOf, topicOf } from '../support/reviewer.ts'
import { tells } from '../support/tells.ts'

const freePort = (): Promise<number> => new Promise((resolve) => {
  const server = createServer().listen(0, () => {
    const address = server.address()
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
  })
})

let product: TestProduct
let port = 0
beforeAll(async () => {
  port = await freePort()
  const url = `http://127.0.0.1:${port}`
  product = await startProduct({ config: { port, publicUrl: url, webhook: { url: `${url}/telegram`, secret: 'a-long-secret' } }, profile: { dossierDelivery: 'link' } })
})
afterAll(() => product.stop())

it('over a webhook, a reviewer opens the dossier by a link that works once and leaves a trace', { timeout: 60_000 }, async () => {
  const me = await product.sim.person({ firstName: 'Ерлан', language: 'ru' })
  await me.start()
  await tells(me, [
    '[Русский]', '[Начать]', '[Даю согласие]', 'токарь', '[Токарь]', '[2 разряд]', '[Для себя]', '[Моё желание]', '[Я сам]', 'Ерланов Ерлан', '[Подтверждаю]',
    '[Нет ИИН или не принят]', '05.05.1991', '[Казахстан]', '[Удостоверение]', '012345678', '87015554433', 'Рудный', '[Русский]', '[Не нужны]', '[Нет документов]', '[Нет]', '[Нет]', '[Всё верно]',
  ])
  await me.presses(/удостоверяющий личность/)
  await me.sendsPhoto(await photoOf('УДОСТОВЕРЕНИЕ', { seed: 31 }))
  await me.expects(/Получил/)
  await me.presses('К списку')
  await me.presses('Отправить на проверку')
  await tells(me, ['[Подтверждаю]', '[Буду соблюдать]', '[Отправить на проверку]'])
  await me.expects('ждут очереди')
  const reviewer = await reviewerOf(product.sim)
  const thread = await topicOf(product.sim, 'Ерланов')
  await reviewer.inGroup(thread).presses('Взять в работу')
  const links = await reviewer.expects('Ниже ссылки на досье', { timeout: 20_000 })
  const button = (links.reply_markup?.inline_keyboard ?? []).flat()[0]
  if (!button || !('url' in button)) throw new Error('no link')
  expect(button.url).toContain(`:${port}/d/`)
  // A program that only looks does not use the link up.
  expect(await (await fetch(button.url)).text()).toContain('Нажмите кнопку')
  expect((await fetch(button.url)).status).toBe(200)
  const opened = await fetch(button.url, { method: 'POST' })
  expect(Buffer.from(await opened.arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await fetch(button.url, { method: 'POST' })).status).toBe(410)
  expect((await reviewer.messages()).some((each) => each.document)).toBe(false)
  expect(product.errors).toEqual([])
})

it('a stranger’s webhook call is refused, and the health page says that all is well', async () => {
  const update = JSON.stringify({ update_id: 1 })
  expect((await fetch(`http://127.0.0.1:${port}/telegram`, { method: 'POST', body: update })).status).toBe(401)
  expect((await fetch(`http://127.0.0.1:${port}/telegram`, { method: 'POST', body: 'garbage', headers: { 'x-telegram-bot-api-secret-token': 'a-long-secret' } })).status).toBe(400)
  const health = await fetch(`http://127.0.0.1:${port}/health`)
  expect([health.status, await health.json()]).toEqual([200, { ok: true }])
  expect((await fetch(`http://127.0.0.1:${port}/anything`)).status).toBe(404)
})
