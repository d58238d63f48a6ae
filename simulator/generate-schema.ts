/**
 * Writes `schema.json`: the JSON Schema of every method's parameters, read off the types of the Bot API.
 * Run it again after an update of @grammyjs/types: `node simulator/generate-schema.ts`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { createGenerator } from 'ts-json-schema-generator'

const here = path.dirname(fileURLToPath(import.meta.url))
const types = path.join(here, '../node_modules/@grammyjs/types/methods.d.ts')

/** Turns each member of `ApiMethods` into an interface, for the generator cannot look inside a method's arguments. */
function withArgumentsAsInterfaces(source: string): string {
  const wire = (fields: string) =>
    fields
      .replaceAll('<F>', '<string>')
      .replaceAll(/: F\b/g, ': string')
      .replaceAll(/\bF \|/g, 'string |')
  const named = [...source.matchAll(/^ {4}(\w+)\(args\??: \{$([\s\S]*?)^ {4}\}\): /gm)].map(([, name, fields]) => `${name}: {${wire(fields ?? '')}};`)
  const bare = [...source.matchAll(/^ {4}(\w+)\(\): /gm)].map(([, name]) => `${name}: {};`)
  const imports = source.slice(0, source.indexOf('/** Extracts')).replaceAll('"./', '"@grammyjs/types/')
  const inputs = [...source.matchAll(/^export (?:interface|type) (Input\w+)/gm)].map(([, name]) => name)
  return `${imports}\nimport type { ${inputs.join(', ')} } from '@grammyjs/types/methods.js';\nexport interface Calls {\n${[...named, ...bare].join('\n')}\n}\n`
}

const folder = mkdtempSync(path.join(here, '.schema-'))
try {
  const file = path.join(folder, 'calls.ts')
  writeFileSync(file, withArgumentsAsInterfaces(readFileSync(types, 'utf8')))
  const schema = createGenerator({
    path: file,
    type: 'Calls',
    skipTypeCheck: true,
    additionalProperties: true,
    jsDoc: 'none',
    expose: 'export',
    topRef: true,
  }).createSchema('Calls')
  writeFileSync(path.join(here, 'schema.json'), `${JSON.stringify(schema)}\n`)
} finally {
  rmSync(folder, { recursive: true })
}
