import { expect, test } from 'vitest'
import { steeringIn } from './steering.ts'

test.each([
  ['Артқа', 'back'], ['◀ Назад', 'back'], ['yfpfl', 'back'], ['өткізу', 'skip'], ['Пропустить', 'skip'], ['көмек', 'help'], ['Не понимаю', 'help'],
  ['кейін', 'later'], ['позже', 'later'], ['🌐 Тіл', 'language'], ['язык', 'language'], ['білмеймін', 'unknown'], ['не знаю', 'unknown'], ["I don't know", 'unknown'],
] as const)('«%s» is the button "%s"', (text, wish) => expect(steeringIn(text)).toBe(wish))

test.each(['Назарбай', 'Помощник бурильщика', 'Тілек Асқар', 'казахский язык и литература', ''])('«%s» is an answer', (text) => expect(steeringIn(text)).toBeNull())
