import { namespaces, texts } from './locale-files.ts'
import { isTest, type Source, sourcesIn } from './source-files.ts'

/** Reasons are keys of a file that the code names elsewhere: `reason: 'why.identity'` is said as `requirements.why.identity`. */
const REASONS: Record<string, string> = { standing: 'requirements', why: 'requirements', mistake: 'requirements' }
const FILE = /\.(pdf|json|zip|ts|typ|jpg|yaml)$/
const LITERAL = /'([a-z][a-z-]*(?:\.[\w-]+)+)'/g
/** Keys asked for outright, whether a locale file has their first part or not. */
const SAID = /\b(?:t|say|ctx\.t)\('([\w.-]+)'|\)\('([\w.-]+)'|\bkey: '([\w-]+\.[\w.-]+)'/g
const TEMPLATE = /`([a-z][a-z-]*\.[^`]*\$\{[^`]*)`/g
const REFUSED = /\brefuse\('([\w.-]+)'/g

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, (all) => all.replace(/[^\n]/g, ' ')).replace(/(^|\s)\/\/.*$/gm, '')

export const product: Source[] = sourcesIn('src').filter((each) => !isTest(each))
const code = product.map((each) => ({ path: each.path, text: withoutComments(each.text) }))

export const codeOf = (path: string): string => code.find((each) => each.path === path)?.text ?? ''

const found = (pattern: RegExp): { key: string; path: string }[] =>
  code.flatMap(({ path, text }) => [...text.matchAll(pattern)].map((each) => ({ key: each.slice(1).find((part) => part !== undefined) ?? '', path })))

function asKey(literal: string, path: string, known: Set<string>): string[] {
  const first = literal.split('.')[0] ?? ''
  if (path.startsWith('src/domain/reading/') || texts.ru.has(`reading.${literal}`)) return texts.ru.has(`reading.${literal}`) ? [`reading.${literal}`] : []
  const prefix = REASONS[first]
  if (prefix) return [`${prefix}.${literal}`]
  return known.has(first) && !FILE.test(literal) ? [literal] : []
}

/** Keys that stand in the code as they are, with the file that names them. */
export function literalKeys(): Map<string, string> {
  const known = namespaces()
  const literals = found(LITERAL).flatMap(({ key, path }) => asKey(key, path, known).map((each) => ({ key: each, path })))
  const said = found(SAID).filter(({ key }) => key.includes('.') && !FILE.test(key))
  const refused = found(REFUSED).map(({ key, path }) => ({ key: `reading.${key}`, path }))
  return new Map([...literals, ...said, ...refused].map(({ key, path }) => [key, path]))
}

/** Keys made in the code, their holes as stars: `requirements.item.*.name`. */
export function templateKeys(): Map<string, string> {
  const known = namespaces()
  const holed = found(TEMPLATE).map(({ key, path }) => ({ key: key.replace(/\$\{[^}]*\}/g, '*'), path })).filter(({ key }) => !key.includes(' '))
  return new Map(holed.flatMap(({ key, path }) => asKey(key, '', known).map((each) => [each, path] as const)))
}

/** Keys that one sentence takes from another: `$t(requirements.step.{{step1}})`, with stars for its values. */
export const nestedKeys = (): Set<string> =>
  new Set([...texts.kk.values()].flatMap((text) => [...text.matchAll(/\$t\(([\w.{}-]+)/g)].map((each) => (each[1] ?? '').replace(/\{\{\w+\}\}/g, '*'))))
