import { afterAll, beforeAll, expect, it } from 'vitest'
import { startProduct, type TestProduct } from '../support/product.ts'
import { tells } from '../support/tells.ts'

let product: TestProduct
beforeAll(async () => { product = await startProduct() })
afterAll(() => product.stop())

it('a candidate asks the centre in the middle of the interview and hears the answer of a reviewer', async () => {
  const me = await product.sim.person({ firstName: 'Болат', language: 'ru' })
  await me.start()
  await tells(me, ['[Русский]', '[Начать]', '[Даю согласие]'])
  await me.says('/status')
  await me.presses('Задать вопрос центру')
  await me.expects('Напишите ваш вопрос')
  await me.says('Можно ли прийти <в субботу>?')
  await me.expects('Отправить вопрос?')
  await me.presses('Отправить')
  await me.expects('По какой профессии')
  const reviewer = await product.sim.person({ firstName: 'Гүлнар', staff: 'member' })
  const group = reviewer.inGroup()
  const asked = await group.expects('Можно ли прийти <в субботу>?')
  await group.says('между собой: странный вопрос')
  await group.replies(asked, 'Да, с 10 до 14')
  await me.expects(/Ответ центра[^]*субботу[^]*Да, с 10 до 14/)
  expect(await me.transcript()).not.toContain('между собой')
  expect(product.errors).toEqual([])
})

it('a command leaves the question, and the words typed afterwards are an answer again', async () => {
  const me = await product.sim.person({ firstName: 'Дана', language: 'ru' })
  await me.start()
  await tells(me, ['[Русский]', '[Начать]', '[Даю согласие]'])
  await me.says('/status')
  await me.presses('Задать вопрос центру')
  await me.expects('Напишите ваш вопрос')
  await me.says('/checklist')
  await me.expects('По какой профессии')
  await me.says('сварщик')
  await me.expects('Вот что нашлось')
})
