import { afterAll, beforeAll, expect, it } from 'vitest'
import { lacks, pdfText, sha256 } from '../support/bag.ts'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { reviewerOf, takes, topicOf } from '../support/reviewer.ts'
import { tells } from '../support/tells.ts'

let product: TestProduct
beforeAll(async () => { product = await startProduct() })
afterAll(() => product.stop())

it('a crane operator of the 6th grade with a diploma goes in Russian through a return to acceptance', { timeout: 60_000 }, async () => {
  const me = await product.sim.person({ firstName: 'Айгерим', language: 'ru' })
  await me.start()
  await tells(me, [
    '[Русский]', '[Начать]', '[Даю согласие]', 'крановщик', /^Машинист крана \(крановщик\)$/, /^6/, '[Обычный производственный кран]', '[Для себя]', '[Направление работодателя]', 'АО «Завод & Ко»', '[Пропустить]', '[Работодатель]',
    'ахметова айгерим болатовна', '[Подтверждаю]', '850515400121', '15.05.1985', '[Казахстан]', '[Удостоверение]', '012345678', '8 701 555 44 33', 'г. Павлодар, ул. Ломова 5', '[Русский]', '[Не нужны]',
    '[Колледж]', 'Павлодарский колледж', 'Крановщик', /^Казахстан/, '[Да]', '2004', '[Нет]', '[Нет]', '[Нет]',
  ])
  const summary = await me.expects('Проверьте: всё верно?')
  expect(summary.text).toContain('Ахметова Айгерим Болатовна')
  expect(summary.text).toContain('АО «Завод & Ко»')
  await me.presses('Всё верно')
  await me.expects('Ваш список документов')

  await me.presses(/удостоверяющий личность/)
  const identity = Buffer.from(await photoOf('УДОСТОВЕРЕНИЕ', { seed: 5 }))
  await me.sendsFile(identity, 'удостоверение.jpg', 'image/jpeg')
  await me.expects(/Получил[^]*1 страница/)
  await me.presses('К списку')
  await me.presses(/об образовании$/)
  await me.sendsPhoto(await photoOf('ДИПЛОМ', { seed: 6 }))
  await me.expects(/Получил/)
  await me.presses('К списку')
  await me.presses('Отправить на проверку')
  await tells(me, ['[Подтверждаю]', '[Буду соблюдать]', '[Отправить на проверку]'])
  await me.expects('ждут очереди')

  const reviewer = await reviewerOf(product.sim)
  const thread = await topicOf(product.sim, 'Ахметова')
  const desk = reviewer.inGroup(thread)
  const first = await takes(reviewer, thread)
  expect([...first.originals].some(([, bytes]) => sha256(bytes) === sha256(identity))).toBe(true)
  await desk.presses('Вернуть…')
  await desk.presses(/об образовании/)
  await desk.presses(/край обрезан/)
  await desk.presses('Примечание…')
  await desk.says('Не видно <печать> внизу')
  await desk.presses('Отправить решение')
  const back = await me.expects('Часть нужно прислать ещё раз')
  expect(back.text).toContain('Не видно <печать> внизу')
  expect(back.text).toMatch(/Край страницы обрезан/)

  await me.presses('Открыть перечень')
  await me.presses(/об образовании/)
  await me.expects('Возвращено')
  const better = await me.sendsPhoto(await photoOf('ДИПЛОМ ЦЕЛИКОМ', { seed: 7 }))
  await me.expects(/Получил/)
  await me.presses('К списку')
  await me.presses('Отправить на проверку')
  await me.presses('Отправить на проверку')
  await me.expects('ждут очереди')
  const second = await takes(reviewer, thread)
  expect([...second.originals.values()].map(sha256)).toContain(sha256(await me.downloads(better)))
  if (!lacks('pdftotext')) expect(pdfText(second.pdf)).toContain('Ахметова Айгерим Болатовна')
  await desk.presses('Принять всё')
  await me.expects('Как подать заявление')
  expect((await product.sim.topics()).length).toBe(1)
  expect(product.errors).toEqual([])
})
