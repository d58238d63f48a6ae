import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { missing } from './missing.ts'

it('asks by the paper’s own name', () => {
  expect(asking(missing('education')).asks('ru')).toMatch(/Документ об образовании/)
  expect(asking(missing('edu-recognition')).label('kk')).toMatch(/тану туралы/)
})

it('takes a button, its words, or a reason of one’s own', () => {
  const it = asking(missing('education'))
  expect(it.reads('принесу')).toBe('bring')
  expect(it.reads('күтіп жүрмін')).toBe('waiting')
  expect(it.reads('диплом у родителей в ауле')).toBe('диплом у родителей в ауле')
  expect(it.says('cannot', 'ru')).toBe('Не могу получить')
  expect(it.says('диплом ауылда', 'kk')).toBe('диплом ауылда')
})
