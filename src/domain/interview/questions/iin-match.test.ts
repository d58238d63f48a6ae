import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { iinMatch } from './iin-match.ts'

const man = '900101300017'

it('is asked only where the digits and the birth date differ', () => {
  expect(asking(iinMatch, { iin: man, birth: '1991-01-01' }).applies).toBe(true)
  expect(asking(iinMatch, { iin: man, birth: '1990-01-01' }).applies).toBe(false)
  expect(asking(iinMatch, { iin: 'no', birth: '1991-01-01' }).applies).toBe(false)
})

it('or where the seventh digit and the patronymic do', () => {
  const woman = asking(iinMatch, { iin: man, birth: '1990-01-01', name: 'Серікова Айгүл Серікқызы' })
  expect(woman.applies).toBe(true)
  expect(woman.asks('ru')).toMatch(/Седьмая цифра/)
  expect(woman.options('ru')).toEqual(['Всё верно', 'Исправить имя', 'Исправить ИИН'])
  expect(asking(iinMatch, { iin: man, birth: '1990-01-01', name: 'Серіков Серік Серікұлы' }).applies).toBe(false)
  expect(asking(iinMatch, { iin: man, birth: '1990-01-01', name: 'Айгүл' }).applies).toBe(false)
})

it('who says that both are right is believed', () => {
  const it = asking(iinMatch, { iin: man, birth: '1991-01-01' })
  expect(it.reads('бәрі дұрыс')).toBe('right')
  expect(it.reads('да')).toBe('right')
  expect(it.reads('исправить дату')).toBe('→ birth')
  expect(it.reads('ЖСН-ді түзету')).toBe('→ iin')
})
