import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

type Tree = { [key: string]: string | Tree }

const locales = path.join(import.meta.dirname, '../../../locales')
const read = (language: string): Record<string, string> =>
  flatten(JSON.parse(readFileSync(path.join(locales, language, 'reading.json'), 'utf8')) as Tree)

function flatten(tree: Tree, prefix = ''): Record<string, string> {
  return Object.fromEntries(Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : Object.entries(flatten(value, `${prefix}${key}.`))))
}

const reasons = readdirSync(import.meta.dirname)
  .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap(file => [...readFileSync(path.join(import.meta.dirname, file), 'utf8').matchAll(/'((?:date|month|period|phone|name|yes-no|choice|text|year)\.[a-z-]+)'/g)])
  .map(match => match[1] ?? '')
  .concat(['iin', 'bin'].flatMap(kind => [`${kind}.unreadable`, `${kind}.length`, `${kind}.checksum`]))

test.each(['kk', 'ru', 'en'])('every refusal has its sentence and every kind its second explanation in %s', language => {
  const sentences = read(language)
  for (const reason of reasons) {
    expect(sentences[reason], reason).toBeTruthy()
    expect(sentences[`example.${reason.split('.')[0]}`], reason).toBeTruthy()
  }
})

test('the three languages have the same keys and mention the same values', () => {
  const shape = (language: string) => Object.entries(read(language))
    .map(([key, text]) => [key, ...(text.match(/\{\{\w+\}\}/g) ?? [])].join(' ')).sort()
  expect(shape('ru')).toEqual(shape('kk'))
  expect(shape('en')).toEqual(shape('kk'))
})

test('no suffix is attached to a value', () => {
  for (const language of ['kk', 'ru', 'en'])
    for (const text of Object.values(read(language))) expect(text).not.toMatch(/\}\}[-\p{L}]|[\p{L}-]\{\{/u)
})
