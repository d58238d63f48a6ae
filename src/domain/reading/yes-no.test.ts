import { expect, test } from 'vitest'
import { readYesNo } from './yes-no.ts'

test.each(['иә', 'ИЯ', 'ие', 'Йә', 'да', 'Да, работаю', 'ага', 'yes', 'иә, бар', '+', '👍🏻', '✅', 'әрине', 'дұрыс', 'согласна'])('"%s" means yes', text =>
  expect(readYesNo(text)).toEqual({ ok: true, value: true }))

test.each(['жоқ', 'ЖОК', 'нет', 'no', 'йок', '-', '—', '👎', 'жоқ, рахмет', 'нет, не было', 'дұрыс емес', 'не согласен', 'конечно нет', 'жоқ, ол да жоқ'])(
  '"%s" means no', text => expect(readYesNo(text)).toEqual({ ok: true, value: false }))

test.each(['', 'не знаю', 'да нет', 'да, не был', 'мүмкін', 'нет, есть', 'да я там работал когда то давно уже'])('"%s" is asked again', text =>
  expect(readYesNo(text)).toEqual({ ok: false, reason: 'yes-no.unreadable' }))
