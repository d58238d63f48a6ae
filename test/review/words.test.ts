import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

type Tree = { [key: string]: string | Tree }
const read = (lang: string, file: string): Tree => JSON.parse(readFileSync(path.join(import.meta.dirname, `../../locales/${lang}/${file}.json`), 'utf8')) as Tree
const flat = (tree: Tree, before = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[before + key, value] as [string, string]] : flat(value, `${before}${key}.`)))
const holes = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => String(name)).sort()

it.each(['review', 'dossier', 'decision'])('%s says the same in Kazakh, Russian and English', (file) => {
  const [kk, ru, en] = ['kk', 'ru', 'en'].map((lang) => new Map(flat(read(lang, file)))) as [Map<string, string>, Map<string, string>, Map<string, string>]
  expect([...ru.keys()]).toEqual([...kk.keys()])
  expect([...en.keys()]).toEqual([...kk.keys()])
  for (const [key, text] of kk) {
    expect([key, holes(ru.get(key) ?? '')]).toEqual([key, holes(text)])
    expect([key, holes(en.get(key) ?? '')]).toEqual([key, holes(text)])
  }
})

it.each(['kk', 'ru', 'en'])('no ending hangs on a value, and buttons fit a phone (%s)', (lang) => {
  for (const [key, text] of ['review', 'dossier', 'decision'].flatMap((file) => flat(read(lang, file)))) {
    expect([key, /\}\}[-\p{L}]|\p{L}\{\{/u.test(text)]).toEqual([key, false])
  }
  const buttons = flat(read(lang, 'review')['button'] as Tree)
  for (const [key, text] of buttons) expect([key, text.length <= 28]).toEqual([key, true])
})
