import { expect, test } from 'vitest'
import { readName } from './name.ts'

test.each([
  ['ахметов  асқар болатұлы', 'Ахметов Асқар Болатұлы'], ['ӘБДІҒАЛИЕВА ӘЛИЯ', 'Әбдіғалиева Әлия'], ['иванова - петрова анна', 'Иванова-Петрова Анна'],
  ['Гасанов Али Вагиф ОГЛЫ', 'Гасанов Али Вагиф оглы'], ['Серiк', 'Серік'], ['Ли', 'Ли'], ['МакКлауд Иан', 'МакКлауд Иан'], ['Ким, Анна', 'Ким Анна'],
  ['ахметов а.б.', 'Ахметов А.Б.'], ["o'brien john", "O'Brien John"], ['дар’я', "Дар'я"], ['王 伟', '王 伟'],
])('"%s" stands in the papers as "%s"', (text, full) => expect(readName(text)).toEqual({ ok: true, value: { full } }))

test.each([
  ['Асқар 5', 'name.digits'], ['А', 'name.unreadable'], ['', 'name.unreadable'], ['👍👍', 'name.unreadable'], ['www.example.kz', 'name.unreadable'],
  ['example.kz', 'name.unreadable'], ['@asqar', 'name.unreadable'], ['/start', 'name.unreadable'], ['не хочу говорить!', 'name.unreadable'],
  ['а б в г д е ж з и', 'name.unreadable'],
])('"%s" is no name: %s', (text, reason) => expect(readName(text)).toEqual({ ok: false, reason }))

test('a name ends somewhere', () => {
  expect(readName('а'.repeat(121))).toEqual({ ok: false, reason: 'name.long', values: { max: 120 } })
  expect(readName('а'.repeat(120)).ok).toBe(true)
})

test('a name read once is read again unchanged', () => {
  for (const name of ['Гасанов Али Вагиф оглы', 'Ахметов А.Б.', "O'Brien John", 'Иванова-Петрова Анна'])
    expect(readName(name)).toEqual({ ok: true, value: { full: name } })
})
