import path from 'node:path'
import { placesOf, type Source } from './source-files.ts'

const IMPURE = /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(|\bMath\.random\b|\brandom(?:Bytes|UUID|Int)\b|\bprocess\.|\bglobalThis\b|\bsetTimeout\b|\bsetInterval\b|\bfetch\(|\bperformance\.|\bconsole\./
const DECLARES = /^(?:import|export|const|let|async function|function|type|interface|class|abstract class|declare)\b/
const AWAITS = /^(?:export )?(?:const|let) [^=]*=\s*await\b/
const BAD_NAME = /^(utils?|helpers?|common|manager|handlers?|types|misc)$/
const FILE_NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?\.(ts|mts|mjs|js)$/

/** Clock, chance, environment or the network in what must be data in, data out. */
export const impurities = (source: Source): string[] => placesOf(source, IMPURE)

/** Statements at the top of a file that do something when it is imported. */
export function acts(source: Source): string[] {
  return source.code.split('\n').flatMap((line, index) => {
    const begins = /^[A-Za-z_$('`]/.test(line)
    return begins && (!DECLARES.test(line) || AWAITS.test(line)) ? [`${source.path}:${index + 1}`] : []
  })
}

export function isBadlyNamed(source: Source): boolean {
  const name = path.basename(source.path)
  return !FILE_NAME.test(name) || BAD_NAME.test(name.split('.')[0] ?? '')
}

export const anyCasts = (source: Source): string[] => placesOf(source, /\bas any\b/)
export const unfinished = (source: Source): string[] => placesOf(source, /\b(?:TODO|FIXME|XXX|HACK)\b/, source.text)
export const enums = (source: Source): string[] => placesOf(source, /^\s*(?:export\s+)?(?:declare\s+)?(?:const\s+)?enum\s+\w|\bconstructor\s*\([^)]*\b(?:public|private|protected|readonly)\s/)
/** Factories return objects; classes only for errors. */
export const classes = (source: Source): string[] => placesOf(source, /\bclass\s+\w+(?!\w)(?!\s+extends\s+\w*(?:Error|Refus\w*)\b)/)
