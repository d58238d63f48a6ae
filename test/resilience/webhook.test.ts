import net from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startProduct, type TestProduct } from '../support/product.ts'
import { caseOf } from '../support/record.ts'
import { tells } from '../support/tells.ts'
import { BEFORE, bornIn, welderLines } from '../support/welder.ts'

const SECRET = 'right-secret_1'
let product: TestProduct
let url: string

const freePort = (): Promise<number> => new Promise((resolve) => {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    const address = server.address()
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
  })
})

beforeAll(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}/hook`
  product = await startProduct({ config: { port, webhook: { url, secret: SECRET } } })
})
afterAll(() => product.stop())

const post = async (body: string, secret = SECRET): Promise<number> =>
  (await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret } })).status

let updates = 900_000_000
const typed = (id: number, message: number, text: string): string => JSON.stringify({
  update_id: ++updates, message: { message_id: message, date: 1, chat: { id, type: 'private', first_name: 'x' }, from: { id, is_bot: false, first_name: 'x' }, text },
})

it('nobody without the secret is heard', async () => {
  expect(await Promise.all(['', 'right-secret_2', 'right-secret'].map((secret) => post(typed(42, 1, '/start'), secret)))).toEqual([401, 401, 401])
})

it('bodies that are no updates, and huge ones, leave the next person answered at once', async () => {
  const strange = ['', 'null', '5', '[]', '{}', '{', '['.repeat(100_000), '{"update_id":"x"}', '{"update_id":1,"message":{"chat":null}}', '{"update_id":2,"callback_query":{}}', '{"update_id":3,"poll":{"id":"1"}}', '{"update_id":4,"message":{"chat":{"id":"a","type":"private"}}}', `"${'x'.repeat(3_000_000)}"`]
  for (const body of strange) await post(body).catch(() => 0)
  const me = await product.sim.person({ firstName: 'Кейін', language: 'kk' })
  await me.start()
  await me.expects('Тілді', { timeout: 2500 })
})

it('the same answer delivered three times at once, and again while the platform is slow, is one answer', async () => {
  const me = await product.sim.person({ firstName: 'Бірге', language: 'kk' })
  await me.start()
  await tells(me, welderLines(bornIn(1987)).slice(0, BEFORE.place))
  await me.expects('Қайда тұрасыз')
  const place = typed(me.id, 5001, 'Ақсу')
  await product.sim.faults({ method: 'sendMessage', chat_id: me.id, times: 1, delay: 800 })
  expect(await Promise.all([post(place), post(place), post(place)])).toEqual([200, 200, 200])
  const { answers } = (await caseOf(product, me.id)).secret
  expect([answers['place']?.v, answers['examLanguage']]).toEqual(['Ақсу', undefined])
})

it('a chat that Telegram refuses for a while does not make the webhook deaf for others', async () => {
  const [slow, quick] = await Promise.all(['Баяу', 'Тез'].map((firstName) => product.sim.person({ firstName, language: 'kk' })))
  if (!slow || !quick) throw new Error('nobody')
  for (const each of [slow, quick]) {
    await each.start()
    await each.expects('Тілді')
  }
  await product.sim.faults({ method: 'sendMessage', chat_id: slow.id, times: -1, error_code: 429, retry_after: 60, description: 'Too Many Requests: retry after 60' })
  await slow.says('x')
  await quick.presses('Қазақша')
  await quick.expects('Сәлеметсіз', { timeout: 3000 })
  await product.sim.clearFaults()
})
