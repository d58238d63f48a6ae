/** Is a call well formed? The types by schema; a form's strings are read as what the schema expects. */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { readFileSync } from 'node:fs'
import { badRequest, ApiError } from './errors.ts'
import { checkSizes } from './sizes.ts'

type Params = Record<string, unknown>
interface Schema {
  type?: string | string[]
  $ref?: string
  anyOf?: Schema[]
  properties?: Record<string, Schema>
}

const schema = JSON.parse(readFileSync(new URL('schema.json', import.meta.url), 'utf8')) as { definitions: Record<string, Schema> }
const calls = schema.definitions.Calls?.properties ?? {}
const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: false })
// without the root's own reference: following it would compile every method at the first call
ajv.addSchema({ definitions: schema.definitions }, 'api')
const validators = new Map<string, ValidateFunction>()
const names = new Map(Object.keys(calls).map((name) => [name.toLowerCase(), name]))

/** The method's name as the Bot API writes it; methods are case-insensitive. @throws ApiError 404 */
export function methodName(given: string): string {
  const name = names.get(given.toLowerCase())
  if (!name) throw new ApiError(404, 'Not Found')
  return name
}

function kinds(part: Schema | undefined): Set<string> {
  if (!part) return new Set()
  if (part.$ref) return kinds(schema.definitions[decodeURIComponent(part.$ref.replace('#/definitions/', ''))])
  return new Set([...(part.type === undefined ? [] : [part.type].flat()), ...(part.anyOf ?? []).flatMap((one) => [...kinds(one)])])
}

function read(value: string, expected: Set<string>): unknown {
  if (expected.has('number') && /^-?\d+(\.\d+)?$/.test(value)) return Number(value)
  if (expected.has('boolean') && /^(true|false|True|False|1|0)$/.test(value)) return /^(true|1)$/i.test(value)
  if ((expected.has('object') || expected.has('array')) && /^\s*[[{]/.test(value)) {
    try {
      return JSON.parse(value) as unknown
    } catch {
      throw badRequest("can't parse the parameter's JSON object")
    }
  }
  return value
}

function refuse(method: string, error: ErrorObject | undefined): never {
  const missing = error?.keyword === 'required' ? String(error.params.missingProperty) : ''
  if (error?.instancePath === '' && missing) {
    if (missing === 'text') throw badRequest('message text is empty')
    throw badRequest(missing.endsWith('_id') ? `${missing} is empty` : `parameter "${missing}" is required`)
  }
  throw badRequest(`wrong parameters of ${method}: ${error?.instancePath.slice(1) ?? ''} ${error?.message ?? ''}`.trim())
}

/**
 * Reads and checks the parameters of one call; unknown ones are dropped, as Telegram ignores them.
 * @throws ApiError 400
 */
export function checkCall(method: string, given: Params): Params {
  const known = calls[method]?.properties ?? {}
  const params: Params = {}
  for (const [name, part] of Object.entries(known)) {
    const value = given[name]
    if (value === undefined || value === null) continue
    params[name] = typeof value === 'string' ? read(value, kinds(part)) : value
  }
  let validate = validators.get(method)
  if (!validate) {
    validate = ajv.compile({ $ref: `api#/definitions/Calls/properties/${method}` })
    validators.set(method, validate)
  }
  if (!validate(params)) refuse(method, validate.errors?.[0])
  checkSizes(params, method)
  return params
}
