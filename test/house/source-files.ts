import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { codeOnly } from './code-only.ts'

export const ROOT = path.join(import.meta.dirname, '../..')

/** `path` is from the repository's root; `code` is the text without comments, strings and regular expressions. */
export type Source = { path: string; text: string; code: string; lines: number }

const SOURCE = /\.(ts|mjs|js)$/

function filesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder)).flatMap((name) => {
    const at = path.join(folder, name)
    if (statSync(path.join(ROOT, at)).isDirectory()) return filesIn(at)
    return SOURCE.test(name) ? [at] : []
  })
}

const exists = (folder: string): boolean => statSync(path.join(ROOT, folder), { throwIfNoEntry: false }) !== undefined

/** All sources of these folders; a folder that is not there yet has none. */
export function sourcesIn(...folders: string[]): Source[] {
  return folders.filter(exists).flatMap(filesIn).sort().map((at) => {
    const text = readFileSync(path.join(ROOT, at), 'utf8')
    return { path: at, text, code: codeOnly(text), lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) }
  })
}

export const isTest = ({ path: at }: Source): boolean => at.endsWith('.test.ts')

/** "src/app/app.ts:12" for every place where the pattern is found in the code. */
export function placesOf(source: Source, pattern: RegExp, text = source.code): string[] {
  return text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${source.path}:${index + 1}`] : []))
}
