import { afterAll, beforeAll, expect, it } from 'vitest'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { accountOf, caseOf } from '../support/record.ts'
import { tells } from '../support/tells.ts'
import { until } from '../support/waiting.ts'
import { bornIn, toIdentity, welderLines } from '../support/welder.ts'

let product: TestProduct
beforeAll(async () => { product = await startProduct() })
afterAll(() => product.stop())

const TOO_MANY = { error_code: 429, retry_after: 60, description: 'Too Many Requests: retry after 60' }

it('one chat that Telegram refuses, and a group at its limit, keep nobody else waiting', async () => {
  const slow = await product.sim.person({ firstName: 'Баяу', language: 'kk' })
  const boss = await product.sim.person({ firstName: 'Гүлнар', language: 'kk', staff: 'member' })
  const quick = await product.sim.person({ firstName: 'Тез', language: 'kk' })
  for (const each of [slow, quick]) {
    await each.start()
    await each.expects('Тілді')
  }
  await product.sim.faults({ method: 'sendMessage', chat_id: slow.id, times: -1, ...TOO_MANY }, { method: 'sendMessage', chat_id: product.simulator.staffChatId, times: -1, ...TOO_MANY, retry_after: 4 })
  await slow.says('сәлем')
  await boss.inGroup().says('/queue')
  await quick.presses('Қазақша')
  await quick.expects('Сәлеметсіз', { timeout: 3000 })
  await quick.presses('Бастау')
  await quick.expects('Келісім', { timeout: 3000 })
  await product.sim.clearFaults()
})

it('messages cut before and after their effect, edits refused, presses too old: each answer is there once', { timeout: 60_000 }, async () => {
  const me = await product.sim.person({ firstName: 'Кедергі', language: 'kk' })
  await me.start()
  await me.expects('Тілді')
  await product.sim.faults(
    { method: 'editMessageText', chat_id: me.id, times: -1, error_code: 400, description: "Bad Request: message can't be edited" },
    { method: 'answerCallbackQuery', times: -1, error_code: 400, description: 'Bad Request: query is too old and response timeout expired or query ID is invalid' })
  const troubles = [{ cut: 'before' }, { cut: 'after' }, { error_code: 500, description: 'Internal Server Error' }] as const
  for (const [index, line] of welderLines(bornIn(1977)).entries()) {
    if (index % 5 === 1) await product.sim.faults({ method: 'sendMessage', chat_id: me.id, times: 1, ...troubles[index % 3] })
    if (line instanceof RegExp) await me.presses(line, { wait: 1 })
    else if (line.startsWith('[')) await me.presses(line.slice(1, -1), { wait: 1 })
    else await me.says(line)
    await me.expects(/./)
  }
  await product.sim.clearFaults()
  await until('the checklist', async () => (await caseOf(product, me.id)).status === 'collecting')
  expect((await accountOf(product, me.id))?.cases).toHaveLength(1)
})

it('who blocks the bot and comes back finds the place kept and the photo received once', async () => {
  const me = await product.sim.person({ firstName: 'Бұғат', language: 'kk' })
  await toIdentity(me, bornIn(1978))
  await me.sendsPhoto(await photoOf('КУӘЛІК', { seed: 5 }))
  await me.blocks()
  await until('stored', async () => (await caseOf(product, me.id)).secret.uploads[0]?.state === 'stored')
  await me.unblocks()
  await me.start()
  await me.expects(/./)
  expect((await caseOf(product, me.id)).secret.uploads).toHaveLength(1)
})

it('a download refused twice and cut once comes home by itself, with one receipt', { timeout: 60_000 }, async () => {
  const me = await product.sim.person({ firstName: 'Жүктеу', language: 'kk' })
  await toIdentity(me, bornIn(1979))
  await product.sim.faults({ method: 'getFile', times: 1, error_code: 502, description: 'Bad Gateway' }, { method: 'download', times: 1, cut: 'before' })
  await me.sendsPhoto(await photoOf('КУӘЛІК', { seed: 6 }))
  await me.expects(/Алдым/, { timeout: 30_000 })
  expect((await me.messages()).filter(({ text }) => text?.includes('Алдым'))).toHaveLength(1)
})
