import path from 'node:path'
import type { Source } from './source-files.ts'

/** `to` is a path from the root for our own files, the package's name otherwise; `typeOnly` is gone at run time. */
export type Import = { from: string; to: string; own: boolean; typeOnly: boolean; line: number }

const FROM = /^(?:import|export)\s+(type\s+)?([\w\s{},*$]+?)\s+from\s+'([^']+)'/gm
const BARE = /^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm

const onlyTypes = (names: string): boolean =>
  /^\{[\s\S]*\}$/.test(names.trim()) && names.replace(/[{}]/g, '').split(',').filter((each) => each.trim() !== '').every((each) => /^\s*type\s/.test(each))

const packageOf = (name: string): string => (name.startsWith('node:') ? name : name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/'))

function made(source: Source, at: number, target: string, typeOnly: boolean): Import {
  const own = target.startsWith('.')
  const to = own ? path.join(path.dirname(source.path), target) : packageOf(target)
  return { from: source.path, to, own, typeOnly, line: source.text.slice(0, at).split('\n').length }
}

/** Every import of a file, re-exports and dynamic ones too. */
export function importsOf(source: Source): Import[] {
  const named = [...source.text.matchAll(FROM)].map((found) =>
    made(source, found.index, found[3] ?? '', found[1] !== undefined || onlyTypes(found[2] ?? '')))
  const bare = [...source.text.matchAll(BARE)].map((found) => made(source, found.index, found[1] ?? found[2] ?? '', false))
  return [...named, ...bare]
}
