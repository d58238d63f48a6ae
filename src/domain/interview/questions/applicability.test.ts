import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { applicability } from './applicability.ts'

const text = (kk: string, ru: string, en: string) => ({ kk, ru, en })
const question = applicability({
  id: 'process', text: text('Кран қайда жұмыс істейді?', 'Где работает кран?', 'Where does the crane work?'),
  options: [
    { id: 'main', text: text('Негізгі металлургиялық процесте', 'В основном металлургическом процессе', 'In the main metallurgical process'), effect: 'human' },
    { id: 'usual', text: text('Кәдімгі өндірісте', 'На обычном производстве', 'In ordinary production'), effect: 'continue' },
  ],
})

it('asks in the words of the catalogue, and is called by them in the summary', () => {
  expect(asking(question).asks('ru')).toBe('Где работает кран?')
  expect(asking(question).label('kk')).toBe('Кран қайда жұмыс істейді?')
})

it('is answered by a button, its words or its number', () => {
  expect(asking(question).reads('на обычном')).toBe('usual')
  expect(asking(question).reads('1')).toBe('main')
  expect(asking(question).says('usual', 'kk')).toBe('Кәдімгі өндірісте')
})
