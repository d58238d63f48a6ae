import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SimulatedPerson } from '../../simulator/client.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { tells } from '../support/tells.ts'

let product: TestProduct
beforeAll(async () => { product = await startProduct() })
afterAll(() => product.stop())

async function newcomer(firstName: string, lines: (string | RegExp)[]): Promise<SimulatedPerson> {
  const me = await product.sim.person({ firstName })
  await me.start()
  await tells(me, lines)
  return me
}

it('a kandas without an IIN is asked for the kandas certificate, and his foreign college goes to a person', async () => {
  const me = await newcomer('Нұрлан', [
    '[Қазақша]', '[Бастау]', '[Келісемін]', 'электргазбен дәнекерлеуші', /Электр газбен дәнекерлеуші/, /^6/, '[Өзім үшін]', '[Өз қалауым]', '[Өзім]',
    'Нұрлан Бекболат', '[Растаймын]', '[ЖСН жоқ не қабылданбайды]', '1988 ж. 7 ақпан', '[Қандас]', '[Шетел паспорты]', 'E1234567', '+976 8811 2233', 'Баян-Өлгий', '[Қазақша]', '[Керек емес]',
    '[Колледж]', 'Өлгий колледжі', 'Дәнекерлеуші', '[Басқа ел]', '[Иә]', '2008', '[Жоқ]', '[Жоқ]', '[Жоқ]', '[Бәрі дұрыс]',
  ])
  const list = await me.expects('Сіздің құжаттар тізбеңіз')
  expect(list.text).toMatch(/Міндетті[^]*Қандас куәлігі[^]*Орталық шешеді[^]*тану туралы/)
})

it('a foreigner with a foreign degree is told that people decide about its recognition', async () => {
  const me = await newcomer('Игорь', [
    '[Русский]', '[Начать]', '[Даю согласие]', 'крановщик', /^Машинист крана \(крановщик\)$/, /^6/, '[Обычный производственный кран]', '[Для себя]', '[Моё желание]', '[Я сам]',
    'Петров Игорь', '[Подтверждаю]', '[Нет ИИН или не принят]', '12.12.1980', '[Другая страна]', '[Паспорт др. страны]', '71 1234567', '+7 912 345 67 89', 'Омск', '[Русский]', '[Не нужны]',
    '[Высшее]', 'Омский университет', 'Механик', '[Другая страна]', '[Да]', '2003', '[Нет]', '[Нет]', '[Нет]', '[Всё верно]',
  ])
  const list = await me.expects('Ваш список документов')
  expect(list.text).toMatch(/Решает центр[^]*признании/)
  await me.presses('Требования')
  await me.expects(/Образование: Посмотрит сотрудник центра/)
})

it('who changes the trade in the middle answers again only what belongs to the trade', async () => {
  const me = await newcomer('Перемена', [
    '[Русский]', '[Начать]', '[Даю согласие]', 'токарь', '[Токарь]', '[2 разряд]', '[Для себя]', '[Моё желание]', '[Я сам]', 'Перемена Пётр', '[Подтверждаю]', '[Нет ИИН или не принят]', '05.05.1991',
    '[Казахстан]', '[Удостоверение]', '012345678', '87015554433', 'Рудный', '[Русский]', '[Не нужны]', '[Нет документов]', '[Нет]', '[Нет]',
  ])
  await me.expects('Проверьте: всё верно?')
  await me.presses('✎ Профессия')
  await me.presses(/^Профессия: Токарь/)
  await me.says('сварщик')
  await me.presses('Электрогазосварщик')
  await me.expects(/Спрошу заново/)
  await me.presses('Да, изменить')
  await me.expects('Какой разряд')
  await me.presses(/^6/)
  const summary = await me.expects('Проверьте: всё верно?')
  expect(summary.text).toMatch(/Электрогазосварщик[^]*6 разряд[^]*Перемена Пётр/)
})

it('who answers everything wrongly first arrives all the same, and nothing wrong is kept', async () => {
  const me = await newcomer('Ерболат', [
    '[Русский]', 'привет', '[Начать]', '[Даю согласие]', 'ыыыы', '[Нет в списке]', 'газорезчик подводный', '[Пропустить]', 'не знаю', '[Для себя]', '12', '[Моё желание]', 'кто', '[Я сам]',
    '12345', 'Ерболатов Ерболат', '[Подтверждаю]', '123', '900101300018', '[Нет ИИН или не принят]', '31.02.1990', '05.05.2090', '05.05.1990', '[Казахстан]', '[Удостоверение]', '012345678', '123', '8 701 111 22 33', 'А', 'Аксу', '[Русский]', '[Не нужны]',
    '[Нет документов]', '[Да]', 'Завод', 'Резчик', '[Пропустить]', '[Нет такого]', '2014', '09.2019–06.2014', '06.2014–09.2019', '[Трудовая книжка]', '[Готово]', '[Нет]', '[Нет]',
  ])
  const summary = await me.expects('Проверьте: всё верно?')
  expect(summary.text).toMatch(/Ерболатов Ерболат[^]*5 мая 1990[^]*июнь 2014 — сентябрь 2019/)
  await me.presses('Всё верно')
  // Nobody has read what this trade demands: the centre decides, nothing is invented.
  const list = await me.expects('Ваш список документов')
  expect(list.text).toMatch(/Обязательно[^]*удостоверяющий личность[^]*Решает центр[^]*об образовании[^]*трудовую деятельность/)
  expect(product.errors).toEqual([])
})
