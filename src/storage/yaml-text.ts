import { parseDocument, stringify } from 'yaml'

/** A YAML text as plain data; null when it cannot be read. References may not multiply without end. */
export function plainYaml(text: string): unknown {
  const document = parseDocument(text)
  try {
    return document.errors.length > 0 ? null : (document.toJS({ maxAliasCount: 20 }) as unknown)
  } catch {
    return null
  }
}

export const writtenYaml = (value: unknown): string => stringify(value, { lineWidth: 0 })
