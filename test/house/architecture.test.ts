import { describe, expect, it } from 'vitest'
import { codeOnly } from './code-only.ts'
import { cyclesIn } from './cycles.ts'
import { ACTS, idle, LAYERS, LONG, RINGS, uncovered } from './exceptions.ts'
import { importsOf } from './imports.ts'
import { featureBreaches, layerBreaches, unknownRooms } from './layers.ts'
import { acts, anyCasts, classes, enums, impurities, isBadlyNamed, unfinished } from './manners.ts'
import { isTest, sourcesIn } from './source-files.ts'

const SECOND_LOOK = 150
const TOO_LONG = 300

const src = sourcesIn('src')
const product = src.filter((each) => !isTest(each))
const everything = sourcesIn('src', 'simulator', 'test', 'bench', 'launch')
const typescript = everything.filter(({ path }) => path.endsWith('.ts'))
const pages = (at: string): boolean => at.startsWith('simulator/page/')

describe('who may import whom', () => {
  const edges = product.flatMap(importsOf)

  it('every room of src/ stands in the table', () => {
    expect(unknownRooms(src.map(({ path }) => path))).toEqual([])
  })
  it('a room imports only what the table allows', () => {
    expect(uncovered(layerBreaches(edges), LAYERS)).toEqual([])
  })
  it('a feature of domain/ knows another only through what is shared', () => {
    expect(uncovered(featureBreaches(edges), LAYERS)).toEqual([])
  })
  it('the product never imports its tests or the simulator', () => {
    expect(product.flatMap(importsOf).filter(({ to }) => /^(simulator|test|bench)\//.test(to)).map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })
  it('no files import each other in a ring', () => {
    expect(uncovered(cyclesIn(typescript.flatMap(importsOf)), RINGS)).toEqual([])
  })
  it('no exception outlives its reason', () => {
    expect(idle([...layerBreaches(edges), ...featureBreaches(edges)], LAYERS)).toEqual([])
    expect(idle(cyclesIn(edges), RINGS)).toEqual([])
  })
})

describe('purity and acting', () => {
  it('domain/ has no clock, chance, environment or network', () => {
    expect(product.filter(({ path }) => path.startsWith('src/domain/')).flatMap(impurities)).toEqual([])
  })
  it('only main.ts acts on import', () => {
    const breaches = product.filter(({ path }) => path !== 'src/main.ts').flatMap(acts)
    expect(uncovered(breaches, ACTS)).toEqual([])
    expect(idle(breaches, ACTS)).toEqual([])
  })
})

describe('names and sizes', () => {
  it('files are kebab-case and named for what they hold', () => {
    expect(everything.filter(isBadlyNamed).map(({ path }) => path)).toEqual([])
  })
  it(`no file has more than ${TOO_LONG} lines`, () => {
    const longest = everything.filter(({ lines }) => lines > SECOND_LOOK).sort((a, b) => b.lines - a.lines)
    for (const { path, lines } of longest) console.log(`a second look: ${path} ${lines} lines`)
    expect(uncovered(longest.filter(({ lines }) => lines > TOO_LONG).map(({ path }) => path), LONG)).toEqual([])
  })
})

describe('manners', () => {
  const ours = everything.filter(({ path }) => !pages(path) && !path.startsWith('test/house/'))

  it('nothing is cast to any', () => expect(typescript.flatMap(anyCasts)).toEqual([]))
  it('nothing is left for later', () => expect(ours.flatMap(unfinished)).toEqual([]))
  it('Node runs the files as they lie: no enum, no parameter property', () => expect(typescript.flatMap(enums)).toEqual([]))
  it('classes are only for errors', () => expect(product.flatMap(classes)).toEqual([]))
})

describe('the checker itself', () => {
  it('does not see what stands in strings, comments and regular expressions', () => {
    const code = codeOnly("const a = 'Date.now' // Date.now\nconst b = /Date.now'/; const c = `x${now(`{Date.now}`)} Date.now`\nDate.now()")
    expect(code.match(/Date\.now/g)).toHaveLength(1)
    expect(code).toContain('now(')
    expect(code.split('\n')).toHaveLength(3)
  })
  it('finds a ring, and lets a ring of types alone be', () => {
    const edge = (from: string, to: string, typeOnly = false) => ({ from, to, own: true, typeOnly, line: 1 })
    expect(cyclesIn([edge('a', 'b'), edge('b', 'c', true), edge('c', 'a')])).toHaveLength(1)
    expect(cyclesIn([edge('a', 'b', true), edge('b', 'a', true)])).toEqual([])
  })
})
