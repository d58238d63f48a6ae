import { expect, test } from 'vitest'
import { type Aside, asideIn, isOpenQuestion, isQuestion } from './asides.ts'

const ASKED: Record<Aside, string[]> = {
  price: ['қанша тұрады?', 'канша турады', 'Сколько стоит экзамен?', 'какая цена', 'это платно?', 'how much is it', 'бағасы қандай', 'crjkmrj cnjbn'],
  exam: ['когда экзамен?', 'емтихан қашан болады', 'қашан тапсырамын', 'дата экзамена', 'when is the exam'],
  passMark: ['какой проходной балл', 'өту балы қанша балл', 'сколько процентов надо набрать', 'қанша пайыз керек', 'what is the pass mark'],
  retake: ['можно пересдать?', 'қайта тапсыруға бола ма', 'а если не сдам?', 'can i retake it'],
  appeal: ['как подать апелляцию', 'апелляция қалай беріледі', 'куда обжаловать', 'appeal'],
  address: ['где вы находитесь', 'мекенжай', 'куда прийти', 'орталық қайда', 'where are you'],
  hours: ['жұмыс уақыты қандай', 'до скольки работаете', 'график работы', 'opening hours'],
  duration: ['сколько ждать', 'қанша уақыт алады', 'как долго', 'how long does it take'],
  thanks: ['рахмет', 'Спасибо большое', 'thanks'],
  objection: ['дұрыс емес, келіспеймін', 'я не согласен', 'I disagree'],
}

test.each(Object.entries(ASKED).flatMap(([aside, texts]) => texts.map((text) => [text, aside] as const)))('«%s» asks for: %s', (text, aside) => expect(asideIn(text)).toBe(aside))

test.each(['Ақсу қаласы, Абай көшесі 1', 'ТОО «Арай»', 'Иванов Пётр', 'слесарь-ремонтник', '06.2014–09.2019', 'Электрогазосварщик', 'x'.repeat(200)])('«%s» asks for nothing', (text) => expect(asideIn(text)).toBeNull())

test('a question is what ends with its mark, or begins like one', () => {
  expect(isOpenQuestion('а парковка есть?')).toBe(true)
  expect(isOpenQuestion('парковка')).toBe(false)
  expect(isOpenQuestion('?')).toBe(false)
  expect(isQuestion('когда будет экзамен')).toBe(true)
  expect(isQuestion('Когдабаев Асан')).toBe(false)
})
