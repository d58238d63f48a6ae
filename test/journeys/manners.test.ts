import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SimulatedPerson } from '../../simulator/client.ts'
import { dumpRedis } from '../support/dump.ts'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { tells } from '../support/tells.ts'

let product: TestProduct
beforeAll(async () => { product = await startProduct() })
afterAll(() => product.stop())

async function newcomer(firstName: string, lines: string[] = []): Promise<SimulatedPerson> {
  const me = await product.sim.person({ firstName, language: 'ru' })
  await me.start()
  await tells(me, ['[Русский]', ...lines])
  return me
}

const UP_TO_NAME = ['[Начать]', '[Даю согласие]', 'токарь', '[Токарь]', '[2 разряд]', '[Для себя]', '[Моё желание]', '[Я сам]']

it('who refuses consent is told how to go without, and nothing of them is kept', async () => {
  const me = await newcomer('Отказ')
  await me.sendsPhoto(await photoOf('ПАСПОРТ'))
  await me.expects('Без согласия открыть фото не могу')
  await me.presses('Начать')
  await me.presses('Полный текст')
  await me.expects(/Трансграничная передача[^]*Telegram/)
  await me.presses('Не даю согласия')
  await me.expects(/ничего не сохранено[^]*на бумаге или через цифровую платформу/)
  const dump = await dumpRedis(product.redis.url)
  expect(dump.split('\n').filter((line) => line.includes(String(me.id)))).toEqual([expect.stringContaining('"lang":"ru"')])
  expect(dump).not.toContain('Отказ')
})

it('looking first asks for nothing: a trade, its list with the clause, the centre', async () => {
  const me = await newcomer('Любопытный')
  await me.says('сварщик')
  await me.presses('Электрогазосварщик')
  await me.presses('6 разряд')
  const list = await me.expects('Документ об образовании')
  expect(list.text).toMatch(/№ 374[^]*ЕТКС, выпуск 2[^]*прочитано в источнике: 22 ноября 2026/)
  await me.says('сколько стоит?')
  await me.expects('Цена')
})

it('an old button, the same press twice, a voice message, a sticker and an edit each get an answer that helps', async () => {
  const me = await newcomer('Вежливый', ['[Начать]', '[Даю согласие]', 'токарь', '[Токарь]'])
  const grades = await me.expects('Какой разряд')
  const second = (grades.reply_markup?.inline_keyboard ?? []).flat()[0]
  if (!second || !('callback_data' in second)) throw new Error('no grades')
  await me.presses({ data: second.callback_data })
  await me.expects('Для кого')
  await me.pressesStale(grades, second.callback_data)
  await me.expects(/ответ уже есть[^]*Для кого/)
  await me.sendsVoice()
  await me.expects(/Голосовые[^]*Для кого/)
  await me.sendsSticker()
  await me.expects(/прочитать не могу[^]*Для кого/)
  const typed = await me.says('для себя')
  await me.expects('направление работодателя')
  await me.edits(typed, { text: 'для другого человека' })
  await me.expects('направление работодателя')
  await me.says('/mydata')
  await me.expects(/Для кого: Для другого человека/)
})

it('words are read kindly: a wrong IIN is never stored, a date may be in words, a button may be typed', async () => {
  const me = await newcomer('Опечатка', ['[Начать]', '[Даю согласие]', 'токарь', '[Токарь]', '[2 разряд]', '[Для себя]', '[Направление работодателя]', 'ТОО <b>Сталь</b> & Ко', '[Пропустить]', '[Я сам]', 'ким ян', '[Подтверждаю]'])
  await me.says('900101300018')
  await me.expects(/⚠️[^]*Какой ИИН/)
  await me.says('900101 300017')
  await me.expects('Дата рождения')
  await me.says('5 марта 1990')
  await me.expects('Дата внутри ИИН не совпадает')
  await me.says('всё верно')
  await me.expects('Гражданство')
  await me.says('казахстан')
  await me.expects('Какой у вас документ')
  await me.says('/mydata')
  const data = await me.expects('Мои данные')
  expect(data.text).toMatch(/ТОО <b>Сталь<\/b> & Ко[^]*Ким Ян/)
  expect(data.text).not.toContain('900101300018')
})

it('back reopens the question before, and the old answer stays until it is replaced', async () => {
  const me = await newcomer('Передумал', [...UP_TO_NAME, 'Петров Пётр'])
  await me.presses('◀ Назад')
  await me.expects('Ваши фамилия, имя, отчество?')
  await me.presses('◀ Назад')
  await me.expects('Кто платит?')
  await me.presses('Работодатель')
  await me.expects('Имя верно?')
})

it('after two answers that cannot be read the explanation changes, after three a person is offered', async () => {
  const me = await newcomer('Спотыкач', [...UP_TO_NAME, 'Спотыкач Пётр', '[Подтверждаю]'])
  await me.says('вот мой номер')
  const first = await me.expects(/⚠️[^]*Какой ИИН/)
  await me.says('где-то записан')
  const second = await me.expects(/⚠️[^]*Какой ИИН/)
  expect(second.text).not.toBe(first.text)
  expect(second.text).toContain('900101300017')
  await me.says('ну не знаю')
  await me.expects(/спросите сотрудника центра/)
  await me.presses('Задать вопрос центру')
  await me.expects('Напишите ваш вопрос')
})

it('an edit shows what else it changes before it is taken', async () => {
  const me = await newcomer('Правка', [...UP_TO_NAME, 'Правка Пётр', '[Подтверждаю]', '[Нет ИИН или не принят]', '05.05.1991', '[Казахстан]', '[Удостоверение]'])
  await me.presses('◀ Назад')
  await me.expects(/Какой у вас документ/)
  await me.presses('◀ Назад')
  await me.expects(/Гражданство[^]*Сейчас записано: Казахстан/)
  await me.presses('Кандас')
  await me.expects(/изменится и другое[^]*Удостоверение кандаса[^]*Изменить\?/)
  await me.says('нет')
  await me.expects('Какой номер удостоверения')
  await me.presses('◀ Назад')
  await me.presses('◀ Назад')
  await me.expects(/Сейчас записано: Казахстан/)
  await me.presses('Кандас')
  await me.presses('Да, изменить')
  await me.expects('Какой у вас документ')
  await me.says('/mydata')
  await me.expects(/Гражданство: Кандас/)
})

it('an objection to a hint goes to people, with the law’s clock', async () => {
  const me = await newcomer('Спорщик', [
    ...UP_TO_NAME, 'Спорщик Пётр', '[Подтверждаю]', '[Нет ИИН или не принят]', '05.05.1991', '[Казахстан]', '[Удостоверение]', '012345678', '87015554433', 'Рудный', '[Русский]', '[Не нужны]',
    '[Нет документов]', '[Нет]', '[Нет]', '[Всё верно]',
  ])
  await me.presses('Требования')
  await me.says('это неверно, я не согласен')
  await me.presses('Отправить')
  const reviewer = await product.sim.person({ firstName: 'Гүлнар', staff: 'member' })
  await reviewer.inGroup().expects(/не согласен[^]*Возражение на подсказку[^]*ст. 19-1/)
})

it('the language changes in the middle without losing the place', async () => {
  const me = await newcomer('Полиглот', [...UP_TO_NAME])
  await me.says('/language')
  await me.presses('Қазақша')
  await me.expects('Тегіңіз, атыңыз')
  await me.says('/language')
  await me.presses('English')
  await me.expects('What is your full name?')
})

it('an update delivered twice changes nothing and shows the open question again', async () => {
  const me = await newcomer('Дважды', [...UP_TO_NAME, 'Иванов Иван'])
  await me.presses('Подтверждаю')
  await me.expects('Какой ИИН')
  await product.sim.redeliver()
  await me.expects('Какой ИИН')
})

it('a seventeen-year-old pauses until the centre has the representative’s consent', async () => {
  const me = await newcomer('Юный', [...UP_TO_NAME, 'Юный Ерлан', '[Подтверждаю]', '[Нет ИИН или не принят]', '05.05.2009'])
  const paused = await me.expects(/согласия законного представителя[^]*Код дела/)
  await me.says('но мне скоро 18')
  await me.expects('законного представителя')
  const code = /Код дела: (\w+)/.exec(paused.text ?? '')?.[1] ?? ''
  const reviewer = await product.sim.person({ firstName: 'Гүлнар', staff: 'member' })
  await reviewer.inGroup().says(`/consent ${code}`)
  await me.expects('Можно продолжать')
  await me.presses('Продолжить')
  await me.expects('Гражданство')
})

it('one account helps several people, and each case keeps its own place', async () => {
  const me = await newcomer('Кадровик', [...UP_TO_NAME, 'Первый Работник', '[Подтверждаю]'])
  await me.says('/start')
  await me.presses('Ещё человек или профессия')
  await tells(me, ['[Даю согласие]', 'слесарь', '[Нет в списке]', 'слесарь-универсал', '[Пропустить]', '[Для другого человека]'])
  await me.expects('направление работодателя')
  await me.says('/status')
  await me.presses('Мои дела')
  await me.presses(/Первый Работник/)
  await me.expects('Какой ИИН')
})

it('erasing before sending takes everything: record, key and files', async () => {
  const me = await newcomer('Стёртый', [...UP_TO_NAME, 'Стёртый Человек', '[Подтверждаю]'])
  await me.sendsPhoto(await photoOf('УДОСТОВЕРЕНИЕ', { seed: 21 }))
  await me.expects('Какой это документ?')
  const before = (await readdir(path.join(product.vaultDir, 'cases'))).length
  await me.says('/mydata')
  await me.expects(/Стёртый Человек[^]*Хранится 1 файл/)
  await me.presses('Удалить данные')
  await me.presses('Да, удалить')
  await me.expects('Всё удалено')
  expect((await readdir(path.join(product.vaultDir, 'cases'))).length).toBe(before - 1)
})

it('nobody’s name, number or words stand in Redis or in the log', async () => {
  const me = await newcomer('Тайный', [...UP_TO_NAME, 'Сокровенный Тайман', '[Подтверждаю]', '850515400121', '15.05.1985', '[Казахстан]', '[Удостоверение]', '012345678', '+77015554433', 'г. Темиртау, ул. Тайная 7'])
  await me.says('/status')
  await me.presses('Задать вопрос центру')
  await me.says('мой секретный вопрос')
  await me.expects('Отправить вопрос?')
  const dump = await dumpRedis(product.redis.url)
  for (const word of ['Сокровенный', 'Тайман', '850515400121', '77015554433', 'Тайная', 'секретный вопрос']) expect(dump).not.toContain(word)
  expect(product.errors).toEqual([])
})

it('commands, name and descriptions are set in three languages', async () => {
  const log = await product.sim.log()
  const names = log.filter((each) => each.method === 'setMyName').map((each) => (each.params as { language_code?: string }).language_code ?? 'default')
  expect(new Set(names)).toEqual(new Set(['default', 'kk', 'ru', 'en']))
  const me = await product.sim.person({ firstName: 'Команда', language: 'kk' })
  expect((await me.commands()).map(({ command }) => command)).toEqual(['start', 'checklist', 'status', 'help', 'language', 'mydata', 'cancel'])
})
