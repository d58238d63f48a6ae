import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const dir = mkdtempSync(join(tmpdir(), 'catalogue-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
beforeEach(() => cpSync(join(root, 'catalogue'), dir, { recursive: true }))

/** What an editor sees on the terminal, and the exit code. */
function check(...words: string[]): { code: number; text: string } {
  try {
    return { code: 0, text: execFileSync(process.execPath, ['src/catalogue-command.ts', ...words], { cwd: root, encoding: 'utf8' }) }
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string }
    return { code: status, text: stdout }
  }
}

/** Writes something else into a file; the line on which it stands. */
function spoil(name: string, from: string, to: string): number {
  const file = join(dir, name)
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(from, to))
  return text.slice(0, text.indexOf(from)).split('\n').length
}

test('a catalogue without mistakes is summed up: professions, levels, how sure, what the centre has not confirmed', () => {
  const { code, text } = check('check', dir)
  expect(code).toBe(0)
  expect(text).toContain('Профессий: 126\nРазрядов и уровней: 519')
  expect(text).toContain('Прочитаны только название и разряд: 331')
  expect(text).toContain('Центр ещё не подтвердил: 519 из 519')
})

test('a confirmation by the centre is seen in the sum, and the day of reading stays beside it', () => {
  spoil('professions/slinger.yaml', 'confirmedByCentreOn: null', 'confirmedByCentreOn: 2026-12-01')
  expect(check('check', dir, '--unconfirmed').text).toContain('Центр ещё не подтвердил: 514 из 519')
})

const MISTAKES = [
  ['professions/slinger.yaml', 'confidence: verified', 'confidense: verified', 'Такого поля нет: confidense. Напишите: confidence.'],
  ['professions/slinger.yaml', 'confidence: verified', 'confidence: sure', 'Напишите одно из: verified, name-and-grade, secondary, name-only.'],
  ['professions/slinger.yaml', 'education: none', 'education: maybe', 'Недопустимое значение: state. Напишите одно из: '],
  ['professions/slinger.yaml', '- act: ETKS1', '- act: ETKS11', 'Нет такого акта: ETKS11. Добавьте его в acts.yaml. Есть: LAW, R374,'],
  ['professions/slinger.yaml', 'readOn: 2026-11-22', 'readOn: 22.11.2026', 'Дата пишется так: 2026-11-22.'],
  ['professions/slinger.yaml', 'industry: general', 'industry: lifting', 'Нет такой отрасли: lifting. Есть: ferroalloys,'],
  ['professions/slinger.yaml', '    education: none', '\teducation: none', 'В начале строки стоит Tab.'],
  ['professions/slinger.yaml', '  kk: Іліп қоюшы', '  kk: "Іліп қоюшы', 'Не закрыта скобка или кавычка.'],
  ['professions/electric-gas-welder.yaml', 'id: electric-gas-welder', 'id: welder', 'Написано: welder. Нужно: electric-gas-welder.'],
  ['professions/safety-head.yaml', 'as: { ru: руководителем или специалистом } }', 'how: { ru: руководителем } }', 'Неизвестное поле: how.'],
  ['centre.yaml', 'timeZone:', 'timezone:', 'Такого поля нет: timezone. Напишите: timeZone.'],
] as const

test('each mistake is told with its file, its line and what to write instead, all in one go', () => {
  const expected = MISTAKES.map(([file, from, to, said], n) => {
    // Ten slips in one file would hide each other: each gets a copy under a name of its own.
    const copy = file.includes('slinger') ? `professions/slinger-${n}.yaml` : file
    if (copy !== file) writeFileSync(join(dir, copy), readFileSync(join(dir, file), 'utf8').replace('id: slinger', `id: slinger-${n}`))
    return { place: `${copy}:${spoil(copy, from, to)}  `, said }
  })
  const { code, text } = check('check', dir)
  MISTAKES.forEach((_, n) => rmSync(join(dir, `professions/slinger-${n}.yaml`), { force: true }))
  expect(code).toBe(1)
  for (const { place, said } of expected) expect(text.split('\n').filter((line) => line.includes(place)).join('\n')).toContain(said)
})

test('a grade written twice is told on the row that repeats it, and every mistake of every file at once', () => {
  spoil('professions/electric-gas-welder.yaml', 'grades: [6]', 'grades: [5]')
  spoil('professions/slinger.yaml', 'special: none', '')
  const { text } = check('check', dir)
  expect(text).toMatch(/electric-gas-welder\.yaml:\d+ {2}Уровень записан дважды: g5/)
  expect(text).toContain('Нет поля: special. Добавьте его, например: none, unread,')
  expect(text).toContain('Ошибок: 2.')
})

test('the sheet for managers is written, and a changed one is told in plain words', () => {
  const sheet = join(dir, 'sheet.xlsx')
  expect(check('template', sheet, dir)).toMatchObject({ code: 0 })
  expect(check('diff', dir, sheet).text).toContain('Отличий от действующих требований нет')
  rmSync(sheet)
  spoil('professions/crane-operator.yaml', 'experience: none', 'experience: { state: demanded, ways: [{ months: 24 }], text: { ru: 2 года } }')
  expect(check('diff', 'catalogue', dir).text).toContain('опыт работы: нет требования → 2 года')
  expect(check('diff')).toMatchObject({ code: 64 })
})

test('a file called .yml is not silently left out', () => {
  writeFileSync(join(dir, 'professions/cook.yml'), 'id: cook\n')
  const { code, text } = check('check', dir)
  rmSync(join(dir, 'professions/cook.yml'))
  expect([code, text.includes('Переименуйте в .yaml')]).toEqual([1, true])
})

test('the same is said in Kazakh and English; what is not understood is answered with the way to write it', () => {
  spoil('professions/slinger.yaml', 'confidence: verified', 'confidence: sure')
  expect(check('check', dir, '--lang', 'kk').text).toContain('Мәні жарамайды: confidence.')
  expect(check('check', dir, '--lang=en').text).toContain('Value not allowed: confidence.')
  expect(check('chek').code).toBe(64)
  expect(check('check', join(dir, 'nowhere')).text).toContain('acts.yaml')
})
