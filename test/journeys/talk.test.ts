import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SimulatedPerson } from '../../simulator/client.ts'
import { caseOf } from '../support/record.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { type Line, tells } from '../support/tells.ts'
import { until } from '../support/waiting.ts'

let product: TestProduct
beforeAll(async () => { product = await startProduct() })
afterAll(() => product.stop())

async function newcomer(firstName: string, lines: Line[] = []): Promise<SimulatedPerson> {
  const me = await product.sim.person({ firstName, language: 'ru' })
  await me.start()
  await tells(me, ['[Русский]', '[Начать]', '[Даю согласие]', ...lines])
  return me
}

const TRADE: Line[] = ['токарь', '[Токарь]', '[2 разряд]']
const TO_NAME: Line[] = [...TRADE, '[Для себя]', '[Моё желание]', '[Я сам]']
const TO_PHONE: Line[] = [...TO_NAME, 'Иванов Пётр', '[Подтверждаю]', '[Нет ИИН или не принят]', '05.05.1991', '[Казахстан]', '[Удостоверение]', '012345678']
const answersOf = async (me: SimulatedPerson) => (await caseOf(product, me.id)).secret.answers

it('a name sent in three short messages is one name', async () => {
  const me = await newcomer('Отрывисто', TO_NAME)
  await me.says('ахметов')
  await me.says('серик')
  await me.says('болатович')
  await me.expects(/Ахметов Серик Болатович[^]*Имя верно/)
  expect((await answersOf(me))['name']?.v).toBe('Ахметов Серик Болатович')
})

it('an address that goes on while the bot is still busy with its beginning is one address', async () => {
  const me = await newcomer('Торопыга', [...TO_PHONE, '87015554433'])
  await me.expects('Где вы живёте')
  await product.sim.faults({ method: 'sendMessage', chat_id: me.id, times: 1, delay: 600 })
  await me.says('токарь?')
  await Promise.all([me.says('Аксу'), me.says('улица Абая 1')])
  await until('both parts', async () => /Аксу улица Абая 1|улица Абая 1 Аксу/.test(String((await answersOf(me))['place']?.v)))
  await me.expects(/Записал: Адрес/)
})

it('every button may be typed, in another language and on another keyboard', async () => {
  const me = await newcomer('Печатник', [...TRADE])
  await me.says('озим ушин')
  await me.expects('направление работодателя')
  await me.says('yfpfl')
  await me.expects('Для кого собираем')
  await me.says('lkz ct,z')
  await me.expects('направление работодателя')
  await me.says('моё желание')
  await me.expects('Кто платит')
  await me.says('помощь')
  await me.expects(/Помощь[^]*Ваучер бесплатно/)
  await me.says('тіл')
  await me.presses('Қазақша')
  await me.expects('Кім төлейді')
  await me.says('өткізу')
  await me.presses('Айтқым келмейді')
  await me.expects('Тегіңіз')
  expect((await answersOf(me))['payer']?.v).toEqual({ skipped: 'refused' })
})

it('"I do not know" is offered the way past the question', async () => {
  const me = await newcomer('Незнайка', [...TO_NAME, 'Незнаев Пётр', '[Подтверждаю]'])
  await me.says('не помню')
  await me.expects('Почему пропускаем')
  await me.presses('Не знаю')
  await me.expects('Дата рождения')
  await me.says('/mydata')
  await me.expects(/ИИН: Не знаю/)
})

it('a question in the middle is answered, or taken to the centre, and is never an answer', async () => {
  const me = await newcomer('Вопрошатель', [...TO_PHONE, '87015554433'])
  await me.expects('Где вы живёте')
  await me.says('қанша тұрады?')
  await me.expects(/Цена[^]*10 000 тенге[^]*Где вы живёте/)
  await me.says('когда экзамен')
  await me.expects(/Даты экзамена[^]*Где вы живёте/)
  await me.presses('Задать вопрос центру')
  await me.expects('Напишите ваш вопрос')
  await me.says('/status')
  await me.says('а парковка у вас есть?')
  await me.expects(/похоже на вопрос[^]*Где вы живёте/)
  await me.presses('Отправить')
  await me.expects(/Где вы живёте/)
  await until('in the group', async () => (await product.sim.groupMessages()).some(({ text }) => text?.includes('а парковка у вас есть?')))
  expect((await answersOf(me))['place']).toBeUndefined()
  await me.says('Аксу, возле школы?')
  await me.presses('Это мой ответ')
  await me.expects('На каком языке сдавать')
  expect((await answersOf(me))['place']?.v).toBe('Аксу, возле школы?')
})

it('several proofs of one job are ticked on one message', async () => {
  const me = await newcomer('Бумажный', [...TO_PHONE, '87015554433', 'Рудный', '[Русский]', '[Не нужны]', '[Нет документов]', '[Да]', 'Завод', 'Токарь', '[Пропустить]', '[Нет такого]', '03.2020 - сейчас'])
  const asked = await me.expects('Чем можете подтвердить')
  await me.presses(/Трудовой договор/)
  await me.presses(/ЕНПФ/)
  await me.presses(/Пока ничего/)
  await me.presses(/Трудовой договор/)
  await me.presses(/ЕНПФ/)
  expect((await me.messages()).filter(({ text }) => text?.includes('Чем можете подтвердить'))).toHaveLength(1)
  await me.presses(/Готово \(2\)/, { message: asked })
  await me.expects('Были ещё места')
  expect((await answersOf(me))['job.0.proof']?.v).toEqual(['contract-closed', 'pension-fund'])
})

it('days are asked only where the first and the last month decide', async () => {
  const me = await newcomer('Граница', [
    'техник по безопасности', /Техник по безопасности/, /4\.1/, '[Для себя]', '[Моё желание]', '[Я сам]', 'Границын Пётр', '[Подтверждаю]', '[Нет ИИН или не принят]', '05.05.1991',
    '[Казахстан]', '[Удостоверение]', '012345678', '87015554433', 'Рудный', '[Русский]', '[Не нужны]', /^Колледж/, 'Рудненский колледж', 'Охрана труда', /^Казахстан/, '[Да]', '2010', '[Нет]',
    '[Да]', 'Первый завод', 'Техник', '[Пропустить]', '[Нет такого]', '01.2020–12.2021', /Трудовая книжка/, /Готово/, '[Нет]',
  ])
  await me.expects(/Первый завод: январь 2020[^]*Какого числа вас приняли/)
  await me.says('31.02.2020')
  await me.expects(/Это другой месяц/)
  await me.says('1')
  await me.expects(/1 января 2020[^]*Первый завод: декабрь 2021[^]*уволили/)
  await me.presses('Пропустить')
  await me.expects('раньше уже признавали')
  await me.presses('Нет')
  const summary = await me.expects('Проверьте: всё верно?')
  expect(summary.text).toMatch(/День приёма: 1 января 2020/)
  await me.presses('Всё верно')
  await me.presses('Требования')
  await me.expects(/Опыт работы[^]*прочитано в источнике[^]*центром ещё не подтверждено/)
  await me.presses('Не согласен')
  await me.expects('с чем вы не согласны')
  await me.says('я работал ещё на стройке')
  await me.presses('Отправить')
  await until('the clock of the objection', async () => (await product.sim.groupMessages()).some(({ text }) => text?.includes('Возражение на подсказку') && text.includes('ещё на стройке')))
})

it('who changes the language twice and the trade once keeps the place and the answers', async () => {
  const me = await newcomer('Переменчивый', [...TO_PHONE])
  await me.says('/language')
  await me.presses('Қазақша')
  await me.expects('Телефон нөмірі')
  await tells(me, ['87015554433', 'Рудный', '[Қазақша]', '[Керек емес]', '[Құжатым жоқ]', '[Жоқ]', '[Жоқ]'])
  await me.expects('бәрі дұрыс па')
  await me.presses('✎ Кәсіп')
  await me.presses(/^Кәсіп: Токарь/)
  await me.says('дәнекерлеуші')
  await me.presses('Электр газбен дәнекерлеуші')
  await me.presses('Иә, өзгерту')
  await me.presses(/^5/)
  await me.expects('бәрі дұрыс па')
  await me.says('/language')
  await me.presses('English')
  const summary = await me.expects('is everything right?')
  expect(summary.text).toMatch(/Electric and gas welder[^]*Grade 5[^]*Иванов Пётр[^]*5 May 1991/)
  await me.says('yes')
  await me.expects('Your list of documents')
})

it('who will not consent under their name is told how to go without, and may have all erased', async () => {
  const me = await newcomer('Несогласный', [...TO_NAME, 'Отказов Пётр'])
  await me.says('не согласен')
  await me.expects(/на бумаге|платформ/)
  await me.presses(/Удалить|Стереть/)
  await me.presses(/Да|удалить/i)
  await me.expects(/удален|стёрт/i)
})
